using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>Papers that lack a stage at their current revision.</summary>
internal sealed class PendingPapers(IMongoCollection<BsonDocument> papers)
{
    // The wait stops doubling at about a thousand times the first.
    private const int MaxDoublings = 10;

    private static readonly BsonDocument Candidate = new BsonDocument { { "sweepAt", 1 }, { "sweeps", 1 } }.AddRange(PaperStanding.Projection);

    public async Task<IReadOnlyList<PendingPaper>> TakeAsync(
        DateTimeOffset now, TimeSpan delay, int limit, CancellationToken cancellationToken)
    {
        var due = new BsonDocument { { "pending", true }, { "sweepAt", new BsonDocument("$lte", PaperFields.Date(now)) } };
        var candidates = await papers.Find(due)
            .Sort(new BsonDocument { { "sweepAt", 1 }, { "_id", 1 } })
            .Limit(limit)
            .Project(Candidate)
            .ToListAsync(cancellationToken);

        var taken = await Sweep.TakeAsync(
            papers,
            candidates,
            guard: found => new() { { "pending", true }, { "revision", found["revision"] } },
            next: found => Next(found["sweeps"].AsInt32, now, delay),
            cancellationToken);
        return [.. taken.Select(document => Pending(new(document)))];
    }

    public Task<long> CountAsync(string? listingId, CancellationToken cancellationToken)
        => papers.CountDocumentsAsync(
            new BsonDocument("pending", true).AddRange(PaperFields.SeenIn(listingId)), cancellationToken: cancellationToken);

    private static BsonDocument Next(int sweeps, DateTimeOffset now, TimeSpan delay) => new()
    {
        { "sweepAt", PaperFields.Date(now + delay * Math.Pow(2, Math.Min(sweeps, MaxDoublings))) },
        { "sweeps", sweeps + 1 },
    };

    private static PendingPaper Pending(PaperStanding paper) => new(
        paper.Id,
        paper.Revision,
        paper.Title,
        paper.Abstract,
        NeedsClaims: paper.CurrentVersionOf(Stage.ClaimsField) is null,
        NeedsTopics: paper.CurrentVersionOf(Stage.TopicsField) is null);
}
