using System.Text;
using Pipeline.Delivery.Webhooks;

namespace Pipeline.Delivery.Tests.Webhooks;

public sealed class WebhookAnswerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(199, "Failed")]
    [InlineData(200, "Taken")]
    [InlineData(204, "Taken")]
    [InlineData(299, "Taken")]
    [InlineData(300, "Failed")]
    [InlineData(302, "Failed")]
    [InlineData(308, "Failed")]
    [InlineData(404, "Failed")]
    [InlineData(409, "Failed")]
    [InlineData(410, "Gone")]
    [InlineData(411, "Failed")]
    [InlineData(429, "Failed")]
    [InlineData(500, "Failed")]
    public void Verdict_FollowsTheStatus(int status, string verdict) => Assert.Equal(verdict, WebhookAnswer.Verdict(status).ToString());

    [Theory]
    [InlineData(429, "120", 120.0)]
    [InlineData(503, "120", 120.0)]
    [InlineData(503, "999999", 86400.0)]
    [InlineData(503, "soon", null)]
    [InlineData(500, "120", null)]
    [InlineData(200, "120", null)]
    public void Wait_IsBelievedOfRefusalsAndForADayAtMost(int status, string retryAfter, double? seconds)
        => Assert.Equal(seconds, WebhookAnswer.Wait(status, name => name == "Retry-After" ? retryAfter : null, Noon)?.TotalSeconds);

    [Theory]
    [InlineData(204, null, "", null)]
    [InlineData(200, null, "thanks", "thanks")]
    [InlineData(500, null, "<h1>It broke</h1>\r\n\u001b[2J\u202e", "It broke [2J")]
    [InlineData(302, "http://10.0.0.1/\r\nx", "moved", "redirects are not followed; it leads to http://10.0.0.1/  x")]
    [InlineData(301, null, "", "redirects are not followed; it leads to nowhere")]
    [InlineData(410, null, "", "it wants no more")]
    public void Note_IsOneLineThatIsSafeToShow(int status, string? location, string body, string? note)
        => Assert.Equal(note, WebhookAnswer.Note(status, location, Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Note_IsCut() => Assert.Equal(200, WebhookAnswer.Note(302, new string('x', 5000), [])!.Length);
}
