using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>Where a paper stands: what a section is checked against, and the guard of its write.</summary>
internal sealed class PaperStanding(BsonDocument document)
{
    public static BsonDocument Projection { get; } = new()
    {
        { "revision", 1 }, { "title", 1 }, { "abstract", 1 }, { "publishedAt", 1 }, { "pending", 1 }, { "enriched", 1 }, { "writes", 1 },
        { "claims.revision", 1 }, { "claims.version", 1 }, { "topics.revision", 1 }, { "topics.version", 1 },
    };

    /// <summary>The same with one section whole, to compare it with what replaces it.</summary>
    public static BsonDocument ProjectionWith(string section)
        => new(Projection.Where(field => !field.Name.StartsWith(section + ".", StringComparison.Ordinal)).Append(new BsonElement(section, 1)));

    public string Id => document["_id"].AsString;

    public string Revision => document["revision"].AsString;

    public string Title => document["title"].AsString;

    public string Abstract => document["abstract"].AsString;

    public DateTimeOffset? PublishedAt
        => document.TryGetValue("publishedAt", out var at) && at.IsValidDateTime ? new(at.ToUniversalTime()) : null;

    public bool Pending => document["pending"].AsBoolean;

    public Completion? Enriched
        => document.TryGetValue("enriched", out var value) ? BsonSerializer.Deserialize<Completion>(value.AsBsonDocument) : null;

    /// <summary>Version of a section, when it was made from the current revision; else null.</summary>
    public string? CurrentVersionOf(string section)
        => Part(section, "revision") is { IsString: true } revision && revision.AsString == Revision
            ? BsonSerializer.Deserialize<StageVersion>(Part(section, "version").AsBsonDocument).ToString()
            : null;

    /// <summary>A section read whole; null without one.</summary>
    public TSection? Section<TSection>(string section)
        where TSection : class
        => document.TryGetValue(section, out var value) ? BsonSerializer.Deserialize<TSection>(value.AsBsonDocument) : null;

    /// <summary>Matches the paper only while nobody has written it since it was read.</summary>
    public BsonDocument Guard() => new() { { "_id", Id }, { "writes", document["writes"] } };

    private BsonValue Part(string section, string field)
        => document.TryGetValue(section, out var value) ? value.AsBsonDocument.GetValue(field, BsonNull.Value) : BsonNull.Value;
}
