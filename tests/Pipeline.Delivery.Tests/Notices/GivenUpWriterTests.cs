using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Notices;
using Pipeline.Storage.Contract;

namespace Pipeline.Delivery.Tests.Notices;

public sealed class GivenUpWriterTests
{
    private static readonly Subscription GivenUp = SomeSubscription.Webhook(name: "a <b>\r\nx") with
    {
        State = SubscriptionState.Disabled,
        Webhook = new() { Url = "https://hooks.example.org/T0/token-1?key=token-2", Secrets = [new() { Value = "whsec_AAAA", CreatedAt = Some.Time() }] },
        Reason = "10 attempts failed since 2026-03-02 08:00 UTC; the last: 307 it leads to https://other.example.org/x?key=token-3",
        FailingSince = Some.Time(),
    };

    [Fact]
    public void Mail_SaysWhichWhereSinceWhenAndWhy_AndHowToResume()
    {
        var mail = GivenUpWriter.Write(GivenUp);
        var text = mail.Text.ReplaceLineEndings(" ");

        Assert.Equal("Webhook “a <b> x” was given up", mail.Subject);
        Assert.Contains("hooks.example.org was given up", text, StringComparison.Ordinal);
        Assert.Contains("It has failed since 2026-03-02 08:00 UTC.", text, StringComparison.Ordinal);
        Assert.Contains("307 it leads to other.example.org", text, StringComparison.Ordinal);
        Assert.Contains($"    pipeline subscriptions resume {SomeSubscription.Id():D}", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"pipeline subscriptions resume {SomeSubscription.Id():D}", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Mail_HasNoSecret_AndNoMarkupOfOthers()
    {
        var mail = GivenUpWriter.Write(GivenUp);

        Assert.DoesNotContain("token", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no answer within 20 s", "no answer within 20 s")]
    [InlineData("it leads to https://a.example:8443/x?y=z", "it leads to a.example")]
    [InlineData("it leads to https://user:pass@a.example", "it leads to a.example")]
    [InlineData("it leads to /x?y=z now", "it leads to … now")]
    [InlineData("it leads to x?y", "it leads to …")]
    [InlineData("token=abc", "…")]
    [InlineData("(https://a.example/x)", "…")]
    public void Addresses_AreReducedToTheirHosts(string line, string expected) => Assert.Equal(expected, GivenUpWriter.WithoutAddresses(line));
}
