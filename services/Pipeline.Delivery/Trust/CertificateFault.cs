using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Pipeline.Delivery.Trust;

/// <summary>What is wrong with a server's certificate, for people. Pure.</summary>
internal static class CertificateFault
{
    /// <summary>Says it in a few words, without the certificate's own.</summary>
    public static string Reason(SslPolicyErrors errors, X509Chain? chain) => errors switch
    {
        _ when errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable) => "it shows no certificate",
        _ when errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) => "its certificate is that of another host",
        _ when chain?.ChainStatus is { Length: > 0 } faults => $"its certificate is not trusted ({string.Join(", ", faults.Select(fault => fault.Status).Distinct())})",
        _ => "its certificate is not trusted",
    };
}
