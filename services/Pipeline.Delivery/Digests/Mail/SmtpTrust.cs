using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Pipeline.Delivery.Trust;

namespace Pipeline.Delivery.Digests.Mail;

/// <summary>Whether a mail server is who it says it is: by the authorities of a file alone, or by those of the system where there is no file.</summary>
internal sealed class SmtpTrust(string file)
{
    private readonly Authorities _own = Authorities.Read(file);

    /// <summary>What is wrong with the certificate that was looked at last; null when nothing is, or none was shown.</summary>
    public string? Fault { get; private set; }

    /// <summary>Looks at a certificate. The name in it must be the server's in any case.</summary>
    public bool Check(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Fault = Trusts(certificate, chain, errors) ? null : CertificateFault.Reason(errors, chain);
        return Fault is null;
    }

    private bool Trusts(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
        => file.Length == 0
            ? errors == SslPolicyErrors.None
            : (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None
                && certificate is X509Certificate2 presented
                && _own.VouchFor(presented, chain);
}
