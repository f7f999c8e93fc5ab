using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Pipeline.Delivery.Digests.Mail;

/// <summary>Whether a server's certificate comes from the authorities of a file.</summary>
internal static class SmtpTrust
{
    /// <summary>A check by the authorities of a file in PEM. The name in the certificate must be the server's all the same.</summary>
    public static RemoteCertificateValidationCallback By(string file)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(file);
        return (_, certificate, chain, errors) => (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None
            && certificate is X509Certificate2 presented
            && IsTrusted(presented, chain, authorities);
    }

    private static bool IsTrusted(X509Certificate2 presented, X509Chain? sent, X509Certificate2Collection authorities)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new("1.3.6.1.5.5.7.3.1"));
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        return chain.Build(presented);
    }
}
