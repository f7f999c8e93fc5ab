using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Pipeline.Delivery.Trust;

/// <summary>Authorities of one's own, from a file in PEM, and whether a server's certificate comes from one of them.</summary>
internal sealed class Authorities
{
    private const string ServerUsage = "1.3.6.1.5.5.7.3.1";

    private readonly X509Certificate2Collection _roots = [];

    /// <summary>No authority.</summary>
    public static Authorities None { get; } = new();

    /// <summary>Reads a file; an empty name is that of no file, and gives <see cref="None"/>.</summary>
    /// <exception cref="CryptographicException">It is no such file; see <see cref="Fault"/>.</exception>
    public static Authorities Read(string file)
    {
        if (file.Length == 0)
        {
            return None;
        }

        var authorities = new Authorities();
        authorities._roots.ImportFromPemFile(file);
        return authorities;
    }

    /// <summary>Says what is wrong with a file.</summary>
    /// <returns>A sentence, or null when it can be used; also for an empty name.</returns>
    public static string? Fault(string file)
    {
        if (file.Length > 0 && !File.Exists(file))
        {
            return "There is no such file.";
        }

        try
        {
            return file.Length > 0 && Read(file)._roots.Count == 0 ? "The file has no certificate in PEM." : null;
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return $"The file cannot be read: {e.Message}";
        }
    }

    /// <summary>Whether a certificate comes from one of them and holds now. Whose name is in it, and whether it was revoked, is not looked at.</summary>
    /// <param name="presented">The certificate.</param>
    /// <param name="sent">The chain with what else the server sent; null when it sent nothing else.</param>
    public bool VouchFor(X509Certificate2 presented, X509Chain? sent)
    {
        if (_roots.Count == 0)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_roots);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new(ServerUsage));
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        return chain.Build(presented);
    }
}
