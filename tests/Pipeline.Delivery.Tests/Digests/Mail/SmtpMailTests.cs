using Microsoft.Extensions.Options;
using Pipeline.Delivery.Digests.Mail;
using Pipeline.Delivery.Tests.Digests.Support;
using Pipeline.Storage.Contract;

namespace Pipeline.Delivery.Tests.Digests.Mail;

public sealed class SmtpMailTests
{
    private static readonly (string, string) Account = ("postman", "s3cret-word");

    [Theory]
    [InlineData("none", false)]
    [InlineData("starttls", false)]
    [InlineData("starttls", true)]
    [InlineData("tls", true)]
    public async Task Mail_OverEachKindOfConnection_Arrives(string security, bool logsOn)
    {
        using var server = await SmtpServer.StartAsync(security, logsOn ? Account : null);

        var outcome = await SendAsync(server.Options(security, logsOn ? Account : null), "ann@example.org");
        var mail = await server.NextAsync();

        Assert.Equal((MailOutcomeKind.Taken, 250), (outcome.Kind, outcome.Status));
        Assert.Equal((security != "none", logsOn), (mail.GetProperty("tls").GetBoolean(), mail.GetProperty("user").GetBoolean()));
        Assert.Equal(("pipeline@example.org", "ann@example.org"), (mail.GetProperty("from").GetString(), Assert.Single(mail.GetProperty("to").EnumerateArray()).GetString()));
    }

    [Fact]
    public async Task Mail_IsReadByAnotherParserAsItWasWritten()
    {
        using var server = await SmtpServer.StartAsync();

        await SendAsync(server.Options("none"), "ann@example.org");
        var mail = await server.NextAsync();

        Assert.Empty(mail.GetProperty("defects").EnumerateArray());
        Assert.Equal("multipart/alternative", mail.GetProperty("type").GetString());
        Assert.Equal(["text/plain", "text/html"], mail.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("type").GetString()));
        Assert.All(mail.GetProperty("parts").EnumerateArray(), part => Assert.Equal("utf-8", part.GetProperty("charset").GetString()));
        Assert.Equal(("Grüße\n\n-- \nend\n", "<p>Grüße</p>\n"), (mail.Part("text/plain"), mail.Part("text/html")));
        Assert.InRange(mail.GetProperty("longest").GetInt32(), 1, 998);
        Assert.Equal("Graphs: über “all”", mail.Header("Subject"));
        Assert.Equal("Paper pipeline <pipeline@example.org>", mail.Header("From"));
        Assert.Equal("ann@example.org", mail.Header("To"));
        Assert.Equal("Mon, 02 Mar 2026 08:00:00 +0000", mail.Header("Date"));
        Assert.Equal("<digest.1.1@example.org>", mail.Header("Message-ID"));
        Assert.Equal("<https://papers.example.org/digests/unsubscribe?id=1&token=2>", mail.Header("List-Unsubscribe"));
        Assert.Equal("List-Unsubscribe=One-Click", mail.Header("List-Unsubscribe-Post"));
        Assert.Equal($"<{SomeSubscription.Id():N}.digests.example.org>", mail.Header("List-Id"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
    }

    [Theory]
    [InlineData("refused@example.org", nameof(MailOutcomeKind.Refused), 550, MailFault.Refused)]
    [InlineData("later@example.org", nameof(MailOutcomeKind.Later), 451, MailFault.Later)]
    [InlineData("lost@example.org", nameof(MailOutcomeKind.Later), null, MailFault.Lost)]
    public async Task Mail_ThatIsNotTaken_SaysWhy(string address, string kind, int? status, MailFault fault)
    {
        using var server = await SmtpServer.StartAsync();

        var outcome = await SendAsync(server.Options("none"), address);

        Assert.Equal((kind, status, fault), (outcome.Kind.ToString(), outcome.Status, outcome.Fault));
        Assert.DoesNotContain(outcome.Note!, char.IsControl);
    }

    [Fact]
    public async Task Server_WithACertificateThatNobodyTrusts_GetsNothing()
    {
        using var server = await SmtpServer.StartAsync("tls", Account);
        var options = server.Options("tls", Account);
        options.TrustedCertificate = "";

        Assert.Equal(MailOutcomeKind.Away, (await SendAsync(options, "ann@example.org")).Kind);
    }

    [Fact]
    public async Task Server_WithTheCertificateOfAnotherHost_GetsNothing()
    {
        using var server = await SmtpServer.StartAsync("starttls", Account, host: "mail.example.org");

        Assert.Equal(MailOutcomeKind.Away, (await SendAsync(server.Options("starttls", Account), "ann@example.org")).Kind);
    }

    [Fact]
    public async Task Server_ThatOffersNoTls_GetsNothing()
    {
        using var server = await SmtpServer.StartAsync();

        Assert.Equal(MailOutcomeKind.Away, (await SendAsync(server.Options("starttls"), "ann@example.org")).Kind);
    }

    [Fact]
    public async Task Password_ThatIsWrong_IsNotShown()
    {
        using var server = await SmtpServer.StartAsync("tls", Account);
        var options = server.Options("tls", Account);
        options.Password = "wrong-word";

        var outcome = await SendAsync(options, "ann@example.org");

        Assert.Equal((MailOutcomeKind.Away, null, MailFault.LogOn), (outcome.Kind, outcome.Status, outcome.Fault));
        Assert.DoesNotContain("wrong-word", outcome.Note!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_ThatIsNotThere_IsAway()
    {
        // Nothing listens on the port of tcpmux.
        var options = new SmtpOptions { Host = "127.0.0.1", Port = 1, From = "pipeline@example.org", Security = SmtpSecurity.None };

        Assert.Equal(MailOutcomeKind.Away, (await SendAsync(options, "ann@example.org")).Kind);
    }

    private static Task<MailOutcome> SendAsync(SmtpOptions options, string address)
        => new SmtpMail(new OptionsWrapper<SmtpOptions>(options)).SendAsync(SomeMail.To(address), TestContext.Current.CancellationToken);
}
