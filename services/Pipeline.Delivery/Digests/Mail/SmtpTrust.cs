using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Pipeline.Delivery.Trust;

namespace Pipeline.Delivery.Digests.Mail;

/// <summary>Whether a server's certificate comes from the authorities of a file.</summary>
internal static class SmtpTrust
{
    /// <summary>A check by the authorities of a file in PEM. The name in the certificate must be the server's all the same.</summary>
    public static RemoteCertificateValidationCallback By(string file)
    {
        var authorities = Authorities.Read(file);
        return (_, certificate, chain, errors) => (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None
            && certificate is X509Certificate2 presented
            && authorities.VouchFor(presented, chain);
    }
}
