using System.Text;
using MimeKit;
using Pipeline.Delivery.Digests.Mail;
using Pipeline.Delivery.Tests.Digests.Support;

namespace Pipeline.Delivery.Tests.Digests.Mail;

public sealed class MimeWriterTests
{
    private const string Injection = "x\r\nBcc: victim@example.org\r\n\r\n<b>body</b>";

    [Fact]
    public void Subject_WithLineBreaks_AddsNoHeader()
    {
        var message = Reread(MimeWriter.Write(SomeMail.To("ann@example.org", Injection), "pipeline@example.org", "Pipeline"));

        Assert.Equal("x Bcc: victim@example.org <b>body</b>", message.Subject);
        Assert.Empty(message.Bcc);
        Assert.DoesNotContain("<b>body", message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public void SenderName_WithLineBreaksAndBrackets_StaysAName()
    {
        var message = Reread(MimeWriter.Write(SomeMail.To("ann@example.org"), "pipeline@example.org", $"{Injection}\" <other@example.org>, \""));

        var from = Assert.IsType<MailboxAddress>(Assert.Single(message.From));
        Assert.Equal("pipeline@example.org", from.Address);
        Assert.Empty(message.Bcc);
    }

    [Theory]
    [InlineData("ann@example.org\r\nBcc: victim@example.org")]
    [InlineData("ann@example.org, victim@example.org")]
    [InlineData("ann@example.org> RCPT TO:<victim@example.org")]
    [InlineData("Ann <ann@example.org>")]
    [InlineData("\"a b\"@example.org")]
    [InlineData("ann@localhost")]
    [InlineData("ann")]
    [InlineData("@example.org")]
    [InlineData("ann@")]
    [InlineData("änn@example.org")]
    [InlineData("ann@example.org\0")]
    [InlineData("ann@example.org ")]
    [InlineData("ann@[127.0.0.1]")]
    [InlineData("ann@exa@mple.org")]
    [InlineData("")]
    [InlineData(null)]
    public void Address_ThatIsNone_IsRefused(string? address) => Assert.NotNull(MailAddresses.Fault(address));

    [Theory]
    [InlineData("ann@example.org")]
    [InlineData("ann.o'hara+papers@mail.example.org")]
    [InlineData("ann@xn--bcher-kva.example")]
    public void Address_OfAReader_IsTaken(string address) => Assert.Null(MailAddresses.Fault(address));

    [Theory]
    [InlineData(242, true)]
    [InlineData(243, false)]
    public void Address_HasItsLongestForm(int length, bool taken)
        => Assert.Equal(taken, MailAddresses.Fault($"{new string('a', length)}@example.org") is null);

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public void OneClick_IsForHttpsAlone(string scheme, bool offered)
    {
        var mail = SomeMail.To("ann@example.org") with { Unsubscribe = new($"{scheme}://papers.example.org/u") };

        var message = Reread(MimeWriter.Write(mail, "pipeline@example.org", "Pipeline"));

        Assert.Equal(offered, message.Headers.Contains("List-Unsubscribe-Post"));
        Assert.Equal($"<{scheme}://papers.example.org/u>", message.Headers["List-Unsubscribe"]);
    }

    [Fact]
    public void Question_HasNothingToUnsubscribeFrom()
        => Assert.False(Reread(MimeWriter.Write(SomeMail.To("ann@example.org") with { Unsubscribe = null }, "pipeline@example.org", "Pipeline")).Headers.Contains("List-Unsubscribe"));

    private static MimeMessage Reread(MimeMessage message)
    {
        using var bytes = new MemoryStream();
        message.WriteTo(bytes);
        Assert.DoesNotContain("\nBcc:", Encoding.UTF8.GetString(bytes.ToArray()), StringComparison.OrdinalIgnoreCase);
        bytes.Position = 0;
        return MimeMessage.Load(bytes);
    }
}
