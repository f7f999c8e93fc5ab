using MongoDB.Bson;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.Storage.Mongo.Sources;

namespace Pipeline.Storage.Mongo.Changes;

/// <summary>Entries of the change log as documents.</summary>
internal static class ChangeDocument
{
    /// <summary>Set on an entry that is no longer kept: it has lost all that <see cref="Payload"/> names.</summary>
    public const string Trimmed = "trimmed";

    public static readonly string[] Payload = ["revision", "topics", "sources", "json"];

    public static BsonDocument Write(Change change) => new()
    {
        { "_id", change.Sequence },
        { "eventId", SourceFields.Key(change.EventId) },
        { "kind", change.Kind.Word() },
        { "paperId", change.PaperId },
        { "revision", change.Revision },
        { "at", SourceFields.Date(change.At) },
        { "topics", new BsonArray(change.Topics) },
        { "sources", new BsonArray(change.Sources) },
        { "json", new BsonBinaryData(change.Json.ToArray()) },
    };

    public static Guid EventId(BsonDocument document) => Guid.Parse(document["eventId"].AsString);

    /// <returns>Null for an entry that is no longer kept.</returns>
    public static Change? Read(BsonDocument document) => document.Contains(Trimmed) ? null : new()
    {
        Sequence = document["_id"].ToInt64(),
        EventId = EventId(document),
        Kind = ChangeKinds.OfWord(document["kind"].AsString),
        PaperId = document["paperId"].AsString,
        Revision = document["revision"].AsString,
        At = new DateTimeOffset(document["at"].ToUniversalTime()),
        Topics = Texts(document["topics"]),
        Sources = Texts(document["sources"]),
        Json = document["json"].AsByteArray,
    };

    private static IReadOnlyList<string> Texts(BsonValue array) => [.. array.AsBsonArray.Select(value => value.AsString)];
}
