using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Delivery.Events;

/// <summary>Writes public events: CloudEvents 1.0, structured, as JSON. Equal input gives the same bytes.</summary>
internal static class EventWriter
{
    /// <summary>Most bytes of an event.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>The media type.</summary>
    public const string ContentType = "application/cloudevents+json";

    /// <summary>Form of <c>data</c>.</summary>
    public const string DataSchema = "urn:pipeline:paper-change:v1";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The type of an event, with the version of its form.</summary>
    public static string TypeOf(ChangeKind kind) => $"paper.{kind.Word()}.v1";

    /// <summary>Writes an event with as many claims, the surest first, as there is room for.</summary>
    public static ReadOnlyMemory<byte> Write(NewChange change, ChangePlace place, EnrichedPaper paper, EventOrigin origin)
    {
        var claims = EventClaims.Of(paper);
        var bare = Write(change, place, paper, origin, claims, shown: 0);
        var shown = EventClaims.CountThatFit(claims, MaxBytes - bare.Length, Plain);
        return shown == 0 ? bare : Write(change, place, paper, origin, claims, shown);
    }

    private static byte[] Write(NewChange change, ChangePlace place, EnrichedPaper paper, EventOrigin origin, IReadOnlyList<Claim> claims, int shown)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("specversion", "1.0");
            json.WriteString("id", change.EventId);
            json.WriteString("source", origin.Source);
            json.WriteString("type", TypeOf(place.Kind));
            json.WriteString("subject", change.PaperId);
            json.WriteString("time", Time(change.At));
            json.WriteString("datacontenttype", "application/json");
            json.WriteString("dataschema", DataSchema);

            // Of one width, so that they compare as text: CloudEvents' extension for the place in a sequence.
            json.WriteString("sequence", place.Sequence.ToString("D19", CultureInfo.InvariantCulture));
            if (origin.TraceParent is { } trace)
            {
                json.WriteString(TraceParent.Attribute, trace);
            }

            json.WriteStartObject("data");
            EventData.Write(json, change, paper);
            json.WriteNumber("claimCount", claims.Count);
            EventClaims.Write(json, claims.Take(shown));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>A time as RFC 3339 has it, in UTC with milliseconds.</summary>
    internal static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
