using System.Security.Cryptography.X509Certificates;
using Pipeline.Delivery.Tests.Support;

namespace Pipeline.Delivery.Tests.Digests.Support;

/// <summary>An authority and a certificate of it for one host, in files, for as long as it lives.</summary>
internal sealed class SmtpCertificate : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smtp-").FullName;
    private readonly TestAuthority _authority = new();

    public SmtpCertificate(string host)
    {
        using var certificate = _authority.Issue(host);
        using var key = certificate.GetECDsaPrivateKey()!;
        File.WriteAllText(ServerFile, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
    }

    public string AuthorityFile => _authority.File;

    public string ServerFile => Path.Combine(_folder, "server.pem");

    public void Dispose()
    {
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
