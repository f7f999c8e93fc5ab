using Pipeline.Delivery.Digests.Content;
using Pipeline.Storage.Contract;

namespace Pipeline.Delivery.Tests.Digests.Content;

public sealed class MailTokensTests
{
    [Fact]
    public void Token_OfADigest_FitsItAndNothingElse()
    {
        var (one, other) = (SomeSubscription.Digest(1), SomeSubscription.Digest(2));
        var token = MailTokens.Make(one.Digest!, one.Id, MailPurpose.Confirm);

        Assert.Matches("^[A-Za-z0-9_-]{43}$", token);
        Assert.True(MailTokens.Fits(token, one.Digest!, one.Id, MailPurpose.Confirm));
        Assert.False(MailTokens.Fits(token, one.Digest!, one.Id, MailPurpose.Unsubscribe));
        Assert.False(MailTokens.Fits(token, other.Digest!, other.Id, MailPurpose.Confirm));
        Assert.False(MailTokens.Fits(token, one.Digest! with { Key = "b3RoZXI=" }, one.Id, MailPurpose.Confirm));
        Assert.False(MailTokens.Fits(token[..^1], one.Digest!, one.Id, MailPurpose.Confirm));
        Assert.False(MailTokens.Fits(token.ToUpperInvariant(), one.Digest!, one.Id, MailPurpose.Confirm));
        Assert.False(MailTokens.Fits("", one.Digest!, one.Id, MailPurpose.Confirm));
    }

    [Theory]
    [InlineData(null, null, null, "papers")]
    [InlineData("graph & über", null, "hf", "papers?words=graph%20%26%20%C3%BCber&source=hf")]
    [InlineData(null, "cs.LG", null, "papers?topic=cs.LG")]
    [InlineData(null, "cs.LG cs.CL", null, "papers")]
    public void Papers_BeyondAMail_AreFoundByTheFilter(string? words, string? topics, string? source, string path)
        => Assert.Equal(path, MailLinks.Papers(new() { Words = words, Topics = topics?.Split(' ') ?? [], Source = source }));
}
