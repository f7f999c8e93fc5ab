using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Pipeline.Delivery.Trust;

namespace Pipeline.Delivery.Webhooks;

/// <summary>Whether a receiver is who it says it is: by the authorities of the system, or by some of one's own beside them.</summary>
internal static class WebhookTrust
{
    /// <summary>A check that says what is wrong, where the runtime would say only that something is.</summary>
    public static RemoteCertificateValidationCallback By(Authorities own)
        => (_, certificate, chain, errors)
            => Trusts(own, certificate, chain, errors) ? true : throw new AuthenticationException(CertificateFault.Reason(errors, chain));

    private static bool Trusts(Authorities own, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
        => errors == SslPolicyErrors.None
            || (errors == SslPolicyErrors.RemoteCertificateChainErrors && certificate is X509Certificate2 presented && own.VouchFor(presented, chain));
}
