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
        var signatures = WebhookSignature.Sign(Id, At, Body, [Other, Secret]);

        Assert.Equal(2, signatures.Split(' ').Length);
        Assert.True(IsSigned(signatures, Secret));
        Assert.True(IsSigned(signatures, Other));
        Assert.Equal(WebhookSignature.Sign(Id, At, Body, [Other]), signatures.Split(' ')[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a\r\nx-evil: 1")]
    [InlineData("é")]
    public void Id_ThatCouldMeanSomethingElse_IsRefused(string id)
    {
        Assert.Throws<FormatException>(() => WebhookSignature.Sign(id, At, Body, [Secret]));
        Assert.False(WebhookSignature.IsSigned(id, At.ToUnixTimeSeconds(), Body, WebhookSignature.Sign(Id, At, Body, [Secret]), [Secret]));
    }

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

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-300, true)]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void Verifier_TakesMessagesOfNowAlone(int secondsLater, bool genuine)
        => Assert.Equal(genuine, WebhookVerifier.IsGenuine(Headers(), Body, [Secret], At.AddSeconds(secondsLater)));

    [Fact]
    public void Verifier_RefusesWhatWasForged()
    {
        Assert.False(WebhookVerifier.IsGenuine(Headers(), [.. Body, (byte)' '], [Secret], At));
        Assert.False(WebhookVerifier.IsGenuine(Headers(), Body, [Other], At));
        Assert.False(WebhookVerifier.IsGenuine(Headers(id: Id + "x"), Body, [Secret], At));

        // Replayed with another time: the time is signed, too.
        Assert.False(WebhookVerifier.IsGenuine(Headers(timestamp: "1614265331"), Body, [Secret], At));
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1,")]
    [InlineData("v1,AAAA")]
    [InlineData("v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=AAAA")]
    [InlineData("v1,%%%")]
    public void Verifier_RefusesSignaturesOfAnotherForm(string signature)
        => Assert.False(WebhookVerifier.IsGenuine(Headers(signature: signature), Body, [Secret], At));

    [Theory]
    [InlineData("-1614265330")]
    [InlineData("1614265330.0")]
    [InlineData(" 1614265330")]
    [InlineData("99999999999999999999")]
    [InlineData("9223372036854775807")]
    public void Verifier_RefusesTimesOfAnotherForm(string timestamp)
        => Assert.False(WebhookVerifier.IsGenuine(Headers(timestamp: timestamp), Body, [Secret], At));

    [Theory]
    [InlineData("webhook-id")]
    [InlineData("webhook-timestamp")]
    [InlineData("webhook-signature")]
    public void Verifier_RefusesAMessageThatLacksAHeader(string missing)
        => Assert.False(WebhookVerifier.IsGenuine(name => name == missing ? null : Headers()(name), Body, [Secret], At));

    private static bool IsSigned(string signatures, string secret)
        => WebhookVerifier.IsGenuine(Headers(signature: signatures), Body, [secret], At);

    private static Func<string, string?> Headers(string id = Id, string timestamp = "1614265330", string? signature = null) => name => name switch
    {
        "webhook-id" => id,
        "webhook-timestamp" => timestamp,
        "webhook-signature" => signature ?? WebhookSignature.Sign(Id, At, Body, [Secret]),
        _ => null,
    };
}
