using System.Globalization;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Storage.Mongo.Papers;
using Pipeline.Storage.Mongo.Sources;

namespace Pipeline.Storage.Mongo.Subscriptions;

/// <summary>Issues of digests in MongoDB, one document each. An issue is its own list of told papers, so none is kept without them.</summary>
internal sealed class MongoDigestStore(MongoCollections collections) : IDigestStore
{
    private readonly IMongoCollection<BsonDocument> _issues = collections.DigestIssues;
    private readonly SubscriptionRemains _remains = new(collections);

    public async Task<DigestIssue?> KeepAsync(DigestIssue issue, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(issue);
        var key = Key(issue.SubscriptionId, issue.Number);
        var added = await _issues.TryInsertAsync(new BsonDocument(key).AddRange(issue.ToBsonDocument()), cancellationToken);
        if (await _remains.RemoveOrphansAsync(issue.SubscriptionId, cancellationToken))
        {
            return null;
        }

        return added ? issue : await _issues.Find(key).FirstOrDefaultAsync(cancellationToken) is { } kept ? Read(kept) : null;
    }

    public async Task<DigestIssue?> FindLastAsync(Guid subscriptionId, CancellationToken cancellationToken)
        => await _issues.Find(Of(subscriptionId)).Sort(new BsonDocument("number", -1)).Limit(1).FirstOrDefaultAsync(cancellationToken) is { } document
            ? Read(document)
            : null;

    public Task MarkSentAsync(Guid subscriptionId, int number, DateTimeOffset at, CancellationToken cancellationToken)
        => _issues.UpdateOneAsync(
            Key(subscriptionId, number), new BsonDocument("$set", new BsonDocument("sentAt", SourceFields.Date(at))), cancellationToken: cancellationToken);

    public async Task<IReadOnlySet<string>> FindToldAsync(Guid subscriptionId, IReadOnlyList<string> paperIds, CancellationToken cancellationToken)
    {
        var issues = await _issues.Find(PaperFields.AnyOf("paperIds", paperIds).AddRange(Of(subscriptionId)))
            .Project(new BsonDocument("paperIds", 1)).ToListAsync(cancellationToken);
        var told = issues.SelectMany(issue => issue["paperIds"].AsBsonArray).Select(paper => paper.AsString).ToHashSet(StringComparer.Ordinal);
        told.IntersectWith(paperIds);
        return told;
    }

    private static BsonDocument Of(Guid subscription) => new("subscriptionId", SourceFields.Key(subscription));

    private static BsonDocument Key(Guid subscription, int number)
        => new("_id", string.Create(CultureInfo.InvariantCulture, $"{SourceFields.Key(subscription)} {number}"));

    private static DigestIssue Read(BsonDocument document)
    {
        document.Remove("_id");
        return BsonSerializer.Deserialize<DigestIssue>(document);
    }
}
