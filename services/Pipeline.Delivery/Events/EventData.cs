using System.Text.Json;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Delivery.Events;

/// <summary>What an event says of a paper besides its claims. Each part has a bound, so that all of them leave room.</summary>
internal static class EventData
{
    /// <summary>Most UTF-16 code units of all aliases together, and of all sources; those beyond are left out.</summary>
    public const int MaxListLength = 2000;

    /// <summary>Most topics.</summary>
    public const int MaxTopics = 100;

    /// <summary>Longest address that is told.</summary>
    public const int MaxUrlLength = 1000;

    // What a reader is best led to, in this order.
    private static readonly string[] UrlKinds = ["abs", "page", "pdf"];

    public static void Write(Utf8JsonWriter json, NewChange change, EnrichedPaper paper)
    {
        json.WriteString("paperId", paper.Id);
        WriteList(json, "aliases", paper.Aliases.Where(alias => alias != paper.Id).Prepend(paper.Id));
        json.WriteString("revision", paper.Revision);
        json.WriteString("title", paper.Title);
        WriteOrNull(json, "url", UrlOf(paper));
        WriteOrNull(json, "publishedAt", paper.PublishedAt is { } at ? EventWriter.Time(at) : null);
        json.WriteString("state", JsonNamingPolicy.KebabCaseLower.ConvertName(paper.State.ToString()));
        WriteTopics(json, paper);
        WriteStages(json, paper);
        WriteList(json, "sources", change.Sources);
    }

    private static string? UrlOf(EnrichedPaper paper)
        => UrlKinds.Select(kind => paper.Urls.GetValueOrDefault(kind)).FirstOrDefault(url => url is { Length: <= MaxUrlLength });

    private static void WriteTopics(Utf8JsonWriter json, EnrichedPaper paper)
    {
        json.WriteStartArray("topics");
        foreach (var topic in (Topics(paper)?.Analysis.Topics ?? []).Take(MaxTopics))
        {
            json.WriteStartObject();
            json.WriteString("id", topic.Id);
            json.WriteNumber("score", topic.Score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStages(Utf8JsonWriter json, EnrichedPaper paper)
    {
        json.WriteStartObject("stageVersions");
        WriteOrNull(json, "claims", paper.Claims is { } claims && claims.Revision == paper.Revision ? claims.Version.ToString() : null);
        WriteOrNull(json, "topics", Topics(paper)?.Version.ToString());
        json.WriteEndObject();
    }

    private static TopicsSection? Topics(EnrichedPaper paper) => paper.Topics is { } topics && topics.Revision == paper.Revision ? topics : null;

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        var length = 0;
        json.WriteStartArray(name);
        foreach (var value in values.TakeWhile(value => (length += value.Length) <= MaxListLength))
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteOrNull(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, value);
        }
    }
}
