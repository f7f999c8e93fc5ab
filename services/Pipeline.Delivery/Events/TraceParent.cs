using System.Diagnostics;
using System.Text.Json;

namespace Pipeline.Delivery.Events;

/// <summary>The trace of an event: CloudEvents' extension for distributed tracing, and a header of the message.</summary>
internal static class TraceParent
{
    /// <summary>Name of the attribute and of the header.</summary>
    public const string Attribute = "traceparent";

    /// <summary>The span in which a message was sent, in words; null when it carries none.</summary>
    public static string? Of(ActivityContext sent)
        => sent == default ? null : $"00-{sent.TraceId.ToHexString()}-{sent.SpanId.ToHexString()}-{(byte)sent.TraceFlags:x2}";

    /// <summary>Reads the trace that an event names; null when it names none.</summary>
    /// <remarks>The event as it was logged is asked, so that it has the same trace whenever it is published again.</remarks>
    public static string? Of(ReadOnlySpan<byte> cloudEvent)
    {
        var json = new Utf8JsonReader(cloudEvent);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var found = json.ValueTextEquals(Attribute);
            json.Read();
            if (found)
            {
                return json.GetString();
            }

            json.Skip();
        }

        return null;
    }
}
