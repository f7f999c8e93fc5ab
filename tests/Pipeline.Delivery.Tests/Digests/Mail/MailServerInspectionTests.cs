using Microsoft.Extensions.Options;
using Pipeline.Delivery.Digests.Mail;
using Pipeline.Delivery.Tests.Digests.Support;

namespace Pipeline.Delivery.Tests.Digests.Mail;

public sealed class MailServerInspectionTests
{
    private static readonly (string, string) Account = ("postman", "s3cret-word");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("none", false)]
    [InlineData("starttls", true)]
    [InlineData("tls", true)]
    public async Task Server_AsItShouldBe_HasNoFault_AndGotNoMail(string security, bool logsOn)
    {
        using var server = await SmtpServer.StartAsync(security, logsOn ? Account : null);
        var options = server.Options(security, logsOn ? Account : null);

        var condition = await InspectAsync(options);

        Assert.Equal((null, null, logsOn), (condition.Fault, condition.Note, condition.LoggedOn));
        Assert.Equal($"localhost:{server.Port}, {options.Security}", condition.Where);
        await new SmtpMail(new OptionsWrapper<SmtpOptions>(options)).SendAsync(SomeMail.To("first@example.org"), Token);
        Assert.Equal("first@example.org", (await server.NextAsync()).GetProperty("to")[0].GetString());
    }

    [Fact]
    public async Task Port_WhereNobodyListens_IsUnreachable()
    {
        // Nothing listens on the port of tcpmux.
        var condition = await InspectAsync(new() { Host = "127.0.0.1", Port = 1, From = "pipeline@example.org", Security = SmtpSecurity.None });

        Assert.Equal((MailFault.Unreachable, "127.0.0.1:1, None"), (condition.Fault, condition.Where));
        Assert.StartsWith("no mail server answers: ", condition.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_WhoseCertificateNobodyTrusts_HasAFaultOfTls_ThatSaysSo()
    {
        using var server = await SmtpServer.StartAsync("starttls", Account);
        var options = server.Options("starttls", Account);
        options.TrustedCertificate = "";

        var condition = await InspectAsync(options);

        Assert.Equal(MailFault.Tls, condition.Fault);
        Assert.StartsWith("no secure connection: its certificate is not trusted (", condition.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_WithTheCertificateOfAnotherHost_HasAFaultOfTls_ThatSaysSo()
    {
        using var server = await SmtpServer.StartAsync("tls", Account, host: "mail.example.org");

        var condition = await InspectAsync(server.Options("tls", Account));

        Assert.Equal((MailFault.Tls, "no secure connection: its certificate is that of another host"), (condition.Fault, condition.Note));
    }

    [Theory]
    [InlineData("none", "starttls")]
    [InlineData("none", "tls")]
    public async Task Server_WithoutTheTlsThatIsAskedFor_HasAFaultOfTls(string offered, string asked)
    {
        using var server = await SmtpServer.StartAsync(offered);

        Assert.Equal(MailFault.Tls, (await InspectAsync(server.Options(asked))).Fault);
    }

    [Fact]
    public async Task Server_ThatTakesNoSuchPassword_HasAFaultOfLogOn_ThatDoesNotShowIt()
    {
        using var server = await SmtpServer.StartAsync("tls", Account);
        var options = server.Options("tls", Account);
        options.Password = "wrong-word";

        var condition = await InspectAsync(options);

        Assert.Equal((MailFault.LogOn, false), (condition.Fault, condition.LoggedOn));
        Assert.DoesNotContain("wrong-word", condition.Note, StringComparison.Ordinal);
        Assert.DoesNotContain(condition.Note!, char.IsControl);
    }

    [Fact]
    public async Task Server_ThatKnowsNoLogOn_HasAFaultOfLogOn()
    {
        using var server = await SmtpServer.StartAsync();

        Assert.Equal(MailFault.LogOn, (await InspectAsync(server.Options("none", Account))).Fault);
    }

    private static Task<MailServerCondition> InspectAsync(SmtpOptions options)
        => new MailServerInspection(new OptionsWrapper<SmtpOptions>(options)).InspectAsync(Token);
}
