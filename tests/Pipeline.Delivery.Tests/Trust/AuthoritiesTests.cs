using Pipeline.Delivery.Tests.Support;
using Pipeline.Delivery.Trust;

namespace Pipeline.Delivery.Tests.Trust;

public sealed class AuthoritiesTests : IDisposable
{
    private readonly TestAuthority _authority = new();

    [Fact]
    public void File_OfAnAuthority_VouchesForWhatIsItsOwn()
    {
        using var other = new TestAuthority();
        using var certificate = _authority.Issue("hook.example");

        Assert.Null(Authorities.Fault(_authority.File));
        Assert.True(Authorities.Read(_authority.File).VouchFor(certificate, sent: null));
        Assert.False(Authorities.Read(other.File).VouchFor(certificate, sent: null));
    }

    [Fact]
    public void NoFile_VouchesForNothing()
    {
        using var certificate = _authority.Issue("hook.example");

        Assert.Null(Authorities.Fault(""));
        Assert.False(Authorities.Read("").VouchFor(certificate, sent: null));
    }

    [Theory]
    [InlineData(null, "There is no such file.")]
    [InlineData("", "The file has no certificate in PEM.")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "The file has no certificate in PEM.")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "The file cannot be read: ")]
    public void File_WithoutAuthorities_IsAFault(string? content, string fault)
    {
        var file = _authority.File + ".other";
        if (content is not null)
        {
            File.WriteAllText(file, content);
        }

        Assert.StartsWith(fault, Authorities.Fault(file), StringComparison.Ordinal);
    }

    public void Dispose() => _authority.Dispose();
}
