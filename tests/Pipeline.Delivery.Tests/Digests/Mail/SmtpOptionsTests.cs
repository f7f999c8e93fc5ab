using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Delivery.Digests;

namespace Pipeline.Delivery.Tests.Digests.Mail;

public sealed class SmtpOptionsTests
{
    private static readonly (string, string)[] On = [("Smtp:Host", "mail.example.org"), ("Smtp:From", "pipeline@example.org"), ("Public:Url", "https://papers.example.org")];

    [Fact]
    public void Nothing_SendsNoMail_AndSaysHow()
    {
        Assert.Empty(Failures());
        Assert.Contains("Smtp:Host", Reason(), StringComparison.Ordinal);
    }

    [Fact]
    public void Server_WithSenderAndAddress_SendsMail()
    {
        Assert.Empty(Failures(On));
        Assert.Null(Reason(On));
    }

    [Theory]
    [InlineData("Smtp:From", "")]
    [InlineData("Smtp:From", "pipeline")]
    [InlineData("Public:Url", "")]
    [InlineData("Public:Url", "ftp://papers.example.org")]
    [InlineData("Public:Url", "https://papers.example.org?x=1")]
    [InlineData("Public:Url", "https://user@papers.example.org")]
    [InlineData("Smtp:Port", "0")]
    [InlineData("Smtp:Port", "65536")]
    [InlineData("Smtp:Security", "Sometimes")]
    [InlineData("Smtp:Password", "secret-word")]
    [InlineData("Smtp:FromName", "a\nb")]
    [InlineData("Smtp:Timeout", "00:00:00.9")]
    [InlineData("Smtp:Timeout", "00:10:01")]
    [InlineData("Smtp:TrustedCertificate", "/no/such/file.pem")]
    [InlineData("Smtp:Pasword", "secret-word")]
    [InlineData("Digest:CheckEvery", "00:00:00.9")]
    [InlineData("Digest:CheckEvery", "01:00:01")]
    [InlineData("Digest:RetryDelay", "00:00:00.9")]
    [InlineData("Digest:RetryDelay", "01:00:01")]
    [InlineData("Webhooks:NotifyMail", "ops")]
    public void Value_ThatCannotBe_IsRefusedByItsName(string key, string value)
    {
        var failures = Failures([.. On, (key, value)]);

        Assert.Contains(failures, failure => failure.Contains(key, StringComparison.Ordinal));
        Assert.DoesNotContain(failures, failure => failure.Contains("secret-word", StringComparison.Ordinal));
    }

    [Fact]
    public void Operator_WhoIsToBeTold_NeedsAMailServer()
    {
        Assert.Empty(Failures([.. On, ("Webhooks:NotifyMail", "ops@example.org")]));
        Assert.StartsWith("Webhooks:NotifyMail: no mail can be sent; set Smtp:Host", Assert.Single(Failures(("Webhooks:NotifyMail", "ops@example.org"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mail.example.org", "None", true)]
    [InlineData("192.0.2.1", "None", true)]
    [InlineData("mail.example.org", "StartTls", false)]
    [InlineData("mail.example.org", "Tls", false)]
    [InlineData("localhost", "None", false)]
    [InlineData("127.0.0.1", "None", false)]
    [InlineData("::1", "None", false)]
    public void Password_WithoutTls_IsSentToThisMachineOnly(string host, string security, bool refused)
    {
        var failures = Failures([.. On, ("Smtp:UserName", "postman"), ("Smtp:Password", "secret-word"), ("Smtp:Host", host), ("Smtp:Security", security)]);

        Assert.Equal(refused, failures.Any(failure => failure.Contains("Smtp:Security", StringComparison.Ordinal)));
    }

    private static string? Reason(params (string Key, string Value)[] settings)
    {
        using var provider = Provide(settings);
        return provider.GetRequiredService<DigestAvailability>().Reason;
    }

    private static IReadOnlyList<string> Failures(params (string Key, string Value)[] settings)
    {
        using var provider = Provide(settings);
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException e)
        {
            return [.. e.Failures];
        }
        catch (AggregateException e)
        {
            return [.. e.InnerExceptions.Cast<OptionsValidationException>().SelectMany(one => one.Failures)];
        }
    }

    private static ServiceProvider Provide((string Key, string Value)[] settings)
        => new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
                settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)).GroupBy(s => s.Key).Select(group => group.Last())).Build())
            .AddWebhooks()
            .AddDigests()
            .BuildServiceProvider();
}
