using System.Text;
using Pipeline.Delivery.Webhooks;

namespace Pipeline.Delivery.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Other = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";

    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1614265330);
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"test\": 2432232314}");

    [Fact]
    public void Sign_OfTheExampleOfStandardWebhooks_IsItsSignature()
        => Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", WebhookSignature.Sign(Id, At, Body, [Secret]));

    [Fact]
    public void Sign_WithTwoSecrets_GivesTwoSignaturesThatEachOfThemProves()
    {
        Assert.Equal(
            $"{WebhookSignature.Sign(Id, At, Body, [Other])} {WebhookSignature.Sign(Id, At, Body, [Secret])}",
            WebhookSignature.Sign(Id, At, Body, [Other, Secret]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a\r\nx-evil: 1")]
    [InlineData("é")]
    public void Id_ThatCouldMeanSomethingElse_IsRefused(string id)
        => Assert.Throws<FormatException>(() => WebhookSignature.Sign(id, At, Body, [Secret]));

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Secret_Has24To64Bytes(int bytes, bool allowed)
    {
        var secret = WebhookSignature.SecretPrefix + Convert.ToBase64String(new byte[bytes]);

        Assert.Equal(allowed, Record.Exception(() => WebhookSignature.KeyOf(secret)) is null);
    }

    [Theory]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa\r\nSw")]
    [InlineData("whsec_ MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsec_not base64 at all, however long it is")]
    public void Secret_OfAnotherForm_IsRefusedWithoutBeingShown(string secret)
        => Assert.DoesNotContain("MfKQ", Assert.Throws<FormatException>(() => WebhookSignature.KeyOf(secret)).Message, StringComparison.Ordinal);
}
