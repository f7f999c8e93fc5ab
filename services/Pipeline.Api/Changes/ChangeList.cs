using System.Text.Json;
using Pipeline.Api.Answers;
using Pipeline.BuildingBlocks.Changes;

namespace Pipeline.Api.Changes;

/// <summary>Changes in their order.</summary>
/// <param name="Items">The events, to the byte as they were published: CloudEvents 1.0.</param>
/// <param name="Next">Ask on with <c>after</c> = this; the same again when nothing has come since.</param>
public sealed record ChangeList(IReadOnlyList<ChangeEvent> Items, long Next)
{
    /// <summary>The answer to a page of the log. The events are not read and written anew: whoever signs or compares them gets what was published.</summary>
    internal static Answer Of(ChangePage page)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var change in page.Changes)
            {
                json.WriteRawValue(change.Json.Span);
            }

            json.WriteEndArray();
            json.WriteNumber("next", page.Next);
            json.WriteEndObject();
        }

        return new(bytes.ToArray(), Answer.Json);
    }
}

/// <summary>What happened to a paper: a CloudEvent.</summary>
public sealed record ChangeEvent
{
    /// <summary>Version of CloudEvents, <c>1.0</c>.</summary>
    public required string Specversion { get; init; }

    /// <summary>The same whenever the event comes again.</summary>
    public required string Id { get; init; }

    /// <summary>Which pipeline tells it.</summary>
    public required string Source { get; init; }

    /// <summary><c>paper.enriched.v1</c>, <c>paper.revised.v1</c> or <c>paper.withdrawn.v1</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Key of the paper.</summary>
    public required string Subject { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Place in the log, 19 digits.</summary>
    public required string Sequence { get; init; }

    /// <summary>The trace that made it, as W3C Trace Context writes it; left out where none did.</summary>
    public string? Traceparent { get; init; }

    /// <summary>Media type of <see cref="Data"/>.</summary>
    public required string Datacontenttype { get; init; }

    /// <summary>Form of <see cref="Data"/>.</summary>
    public required string Dataschema { get; init; }

    /// <summary>The paper: keys, title, state, topics, surest claims.</summary>
    public required JsonElement Data { get; init; }
}
