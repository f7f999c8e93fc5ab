using System.Diagnostics;
using System.Text;
using Pipeline.Delivery.Events;

namespace Pipeline.Delivery.Tests.Events;

public sealed class TraceParentTests
{
    private static readonly ActivityContext Sent = new(
        ActivityTraceId.CreateFromString("0af7651916cd43dd8448eb211c80319c"), ActivitySpanId.CreateFromString("b7ad6b7169203331"), ActivityTraceFlags.Recorded);

    [Fact]
    public void Span_InWords_IsReadAsTheSame()
    {
        var words = TraceParent.Of(Sent);

        Assert.Equal("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", words);
        Assert.Equal(Sent, ActivityContext.Parse(words!, traceState: null));
        Assert.Null(TraceParent.Of(default(ActivityContext)));
    }

    [Theory]
    [InlineData("""{"id":"1","traceparent":"here","data":{}}""", "here")]
    [InlineData("""{"id":"1","other":{"traceparent":"inner"},"data":{"traceparent":"inner"}}""", null)]
    [InlineData("{}", null)]
    public void Event_IsAskedForItsOwnTrace(string json, string? expected) => Assert.Equal(expected, TraceParent.Of(Encoding.UTF8.GetBytes(json)));
}
