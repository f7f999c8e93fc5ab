using System.Runtime.CompilerServices;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.Storage.Mongo.Bson;

namespace Pipeline.Storage.Mongo.Listings;

/// <summary>Listings in MongoDB, one document each.</summary>
internal sealed class MongoListingStore(MongoCollections collections) : IListingStore
{
    private const int PageSize = 100;
    private const int KeysTogether = 1_000;

    private static readonly string Waiting = KebabEnumSerializer<ListingState>.WordOf(ListingState.Fetched);

    private readonly IMongoCollection<BsonDocument> _listings = collections.Listings;

    public async Task SaveFetchedAsync(Listing listing, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(listing);
        var older = new BsonDocument { { "_id", listing.Id }, { "fetchedAt", new BsonDocument("$lt", Date(listing.FetchedAt)) } };
        var fields = (listing with { State = ListingState.Fetched, Result = null }).ToBsonDocument();
        fields.Remove("_id");
        var update = new BsonDocument
        {
            { "$set", fields },
            { "$unset", new BsonDocument { { "result", 1 }, { "sweepAt", 1 } } },
        };

        try
        {
            await _listings.UpdateOneAsync(older, update, new UpdateOptions { IsUpsert = true }, cancellationToken);
        }
        catch (MongoWriteException e) when (e.WriteError.Category == ServerErrorCategory.DuplicateKey)
        {
            // The upsert fell through to an insert although the listing exists: as new or newer, or inserted by another
            // process in between. A plain update tells the two apart.
            await _listings.UpdateOneAsync(older, update, cancellationToken: cancellationToken);
        }
    }

    public Task SaveResultAsync(
        string id, DateTimeOffset fetchedAt, ListingState state, ListingResult result, CancellationToken cancellationToken)
    {
        var notObtainedSince = new BsonDocument { { "_id", id }, { "fetchedAt", new BsonDocument("$lte", Date(fetchedAt)) } };
        var fields = new BsonDocument { { "state", KebabEnumSerializer<ListingState>.WordOf(state) }, { "result", result.ToBsonDocument() } };
        return _listings.UpdateOneAsync(notObtainedSince, new BsonDocument("$set", fields), cancellationToken: cancellationToken);
    }

    public Task RenewAsync(string id, DateTimeOffset now, CancellationToken cancellationToken)
        => _listings.UpdateOneAsync(
            new BsonDocument { { "_id", id }, { "state", Waiting } },
            new BsonDocument("$set", new BsonDocument("sweepAt", Date(now))),
            cancellationToken: cancellationToken);

    public async Task<Listing?> FindAsync(string id, CancellationToken cancellationToken)
        => Read(await _listings.Find(new BsonDocument("_id", id)).FirstOrDefaultAsync(cancellationToken));

    public async Task<IReadOnlyList<Listing>> FindManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var found = new List<Listing>();
        foreach (var some in ids.Chunk(KeysTogether))
        {
            var documents = await _listings.Find(new BsonDocument("_id", new BsonDocument("$in", new BsonArray(some)))).ToListAsync(cancellationToken);
            found.AddRange(documents.Select(document => Read(document)!));
        }

        return found;
    }

    public async Task<Listing?> FindLatestAsync(string sourceId, CancellationToken cancellationToken)
        => Read(await _listings.Find(new BsonDocument("sourceId", sourceId))
            .Sort(new BsonDocument { { "fetchedAt", -1 }, { "_id", 1 } })
            .FirstOrDefaultAsync(cancellationToken));

    public async IAsyncEnumerable<Listing> QueryAsync(ListingQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);

        // Each page is a question of its own: no cursor stays open, and none expires, while a listing is worked on.
        var left = MongoListingQuery.Filter(query);
        while (true)
        {
            var page = await _listings.Find(left).Sort(MongoListingQuery.OldestFirst).Limit(PageSize).ToListAsync(cancellationToken);
            foreach (var document in page)
            {
                yield return Read(document)!;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            left = MongoListingQuery.After(page[^1], query);
        }
    }

    public async Task<IReadOnlyList<Listing>> TakeUnparsedAsync(
        DateTimeOffset now, TimeSpan delay, int limit, CancellationToken cancellationToken)
    {
        // A listing never taken has no sweep time yet: its first is the time it was obtained.
        var due = new BsonDocument
        {
            { "state", Waiting },
            {
                "$or", new BsonArray
                {
                    new BsonDocument("sweepAt", new BsonDocument("$lte", Date(now))),
                    new BsonDocument { { "sweepAt", BsonNull.Value }, { "fetchedAt", new BsonDocument("$lte", Date(now)) } },
                }
            },
        };
        var candidates = await _listings.Find(due)
            .Sort(new BsonDocument { { "fetchedAt", 1 }, { "_id", 1 } }).Limit(limit).ToListAsync(cancellationToken);

        var taken = await Sweep.TakeAsync(
            _listings,
            candidates,
            guard: found => new() { { "state", Waiting }, { "fetchedAt", found["fetchedAt"] } },
            next: _ => new("sweepAt", Date(now + delay)),
            cancellationToken);
        return [.. taken.Select(document => Read(document)!)];
    }

    private static Listing? Read(BsonDocument? document)
        => document is null ? null : BsonSerializer.Deserialize<Listing>(document);

    private static BsonDateTime Date(DateTimeOffset time) => new(time.ToUnixTimeMilliseconds());
}
