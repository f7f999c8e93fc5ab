using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Subscriptions;
using Pipeline.Delivery.Tests.Support;

namespace Pipeline.Delivery.Tests.Subscriptions;

public sealed class SubscriptionRulesTests
{
    // 24 and 64 bytes are the bounds; 23 and 65 lie beyond.
    public static TheoryData<int, bool> SecretBytes { get; } = new() { { 23, false }, { 24, true }, { 32, true }, { 64, true }, { 65, false } };

    [Fact]
    public void Requests_AsTheyShouldBe_HaveNoFaults()
    {
        Assert.Empty(Faults(SubscriptionDesk.Webhook() with { Kinds = [ChangeKind.Revised], Topics = ["cs.LG"], Source = "daily", Name = new('é', 100) }));
        Assert.Empty(Faults(SubscriptionDesk.Digest() with { Topics = ["cs.LG"], Source = "daily", Words = "graph" }));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("a\nb")]
    public void Name_ThatCannotBe_IsRefused(string name)
    {
        Assert.Equal(["name"], Faults(SubscriptionDesk.Webhook() with { Name = name }));
        Assert.Equal(["name"], Faults(SubscriptionDesk.Digest() with { Name = name }));
    }

    [Fact]
    public void Name_ThatIsTooLong_IsRefused() => Assert.Equal(["name"], Faults(SubscriptionDesk.Webhook(new('a', 101))));

    [Fact]
    public void Request_ForBothKindsOrNeither_IsRefused()
    {
        Assert.Equal(["webhook"], Faults(SubscriptionDesk.Webhook() with { Digest = SubscriptionDesk.Digest().Digest }));
        Assert.Equal(["webhook"], Faults(new SubscriptionRequest { Name = "a" }));
    }

    [Theory]
    [InlineData("http://example.org/hook", false)]
    [InlineData("https://127.0.0.1/hook", false)]
    [InlineData("https://user:secret@example.org/", true)]
    [InlineData("ftp://example.org/", true)]
    [InlineData("example.org", true)]
    [InlineData("", true)]
    public void Url_ThatIsNotSentTo_IsRefused_PrivateOnesUnlessAllowed(string url, bool always)
    {
        var request = new SubscriptionRequest { Name = "hook", Webhook = new(url) };

        Assert.Equal(["url"], Faults(request));
        Assert.Equal(always ? ["url"] : [], Faults(request, allowPrivate: true));
    }

    [Theory]
    [MemberData(nameof(SecretBytes))]
    public void Secret_HasBetween24And64Bytes(int bytes, bool taken)
        => Assert.Equal(taken ? [] : ["secret"], Faults(SubscriptionDesk.Webhook(secret: $"whsec_{Convert.ToBase64String(new byte[bytes])}")));

    [Theory]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsec_not base64!")]
    [InlineData("")]
    public void Secret_OfAnotherForm_IsRefusedWithoutBeingShown(string secret)
    {
        var (field, detail) = Assert.Single(SubscriptionRules.Faults(SubscriptionDesk.Webhook(secret: secret), allowPrivate: false));

        Assert.Equal("secret", field);
        Assert.True(secret.Length == 0 || !detail.Contains(secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ann")]
    [InlineData("ann@example.org\r\nBcc: bob@example.org")]
    [InlineData("Ann <ann@example.org>")]
    [InlineData("ann@example.org,bob@example.org")]
    [InlineData("")]
    public void Address_ThatIsNoMailAddress_IsRefused(string address)
        => Assert.Equal(["address"], Faults(Digest(digest => digest with { Address = address })));

    [Theory]
    [InlineData(-1, 20, "hour")]
    [InlineData(24, 20, "hour")]
    [InlineData(0, 0, "limit")]
    [InlineData(0, 101, "limit")]
    [InlineData(0, 1, null)]
    [InlineData(23, 100, null)]
    public void HourAndLimit_LieWithinTheirBounds(int hour, int limit, string? field)
        => Assert.Equal(field is null ? [] : [field], Faults(Digest(digest => digest with { Hour = hour, Limit = limit })));

    [Fact]
    public void Conditions_OfTheOtherKind_AreRefused()
    {
        Assert.Equal(["words"], Faults(SubscriptionDesk.Webhook() with { Words = "graph" }));
        Assert.Equal(["kinds"], Faults(SubscriptionDesk.Digest() with { Kinds = [ChangeKind.Enriched] }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("--")]
    [InlineData("a\0b")]
    public void Words_WithoutAWord_AreRefused(string words) => Assert.Equal(["words"], Faults(SubscriptionDesk.Digest() with { Words = words }));

    [Fact]
    public void From_BeforeTheBeginning_IsRefused() => Assert.Equal(["from"], Faults(SubscriptionDesk.Webhook(from: -1)));

    private static IEnumerable<string> Faults(SubscriptionRequest request, bool allowPrivate = false)
        => SubscriptionRules.Faults(request, allowPrivate).Select(fault => fault.Field);

    private static SubscriptionRequest Digest(Func<DigestRequest, DigestRequest> change)
        => SubscriptionDesk.Digest() with { Digest = change(SubscriptionDesk.Digest().Digest!) };
}
