using Microsoft.Extensions.Options;
using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo;

/// <summary>Creates the indexes. Asking for an index that is there changes nothing, so every process does it at its start.</summary>
internal sealed class MongoSetup(MongoCollections collections, IOptions<MongoStorageOptions> options) : IStoreSetup
{
    private const int MaxAttempts = 5;
    private static readonly int[] IndexConflicts = [85, 86];
    private static readonly int[] NotAllowed = [13, 18];

    // Collection or index created by another process between the server's own look and its write.
    private static readonly int[] Raced = [26, 48, 68, 112, 11000];

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            var searches = options.Value.SearchIndexes ?? await IsMongoAsync(cancellationToken);
            await CreateAsync(collections.Papers, [.. MongoIndexes.Papers, .. searches ? MongoIndexes.Searches : []], cancellationToken);
            await CreateAsync(collections.Listings, MongoIndexes.Listings, cancellationToken);
            await CreateAsync(collections.DayAnswers, MongoIndexes.DayAnswers, cancellationToken);
            await CreateAsync(collections.FetchRuns, MongoIndexes.FetchRuns, cancellationToken);
            await CreateAsync(collections.ReprocessRuns, MongoIndexes.ReprocessRuns, cancellationToken);
            await CreateAsync(collections.ReprocessDigests, MongoIndexes.ReprocessDigests, cancellationToken);
            await CreateAsync(collections.Failures, MongoIndexes.Failures, cancellationToken);
            await CreateAsync(collections.Changes, MongoIndexes.Changes, cancellationToken);
            await CreateAsync(collections.Subscriptions, MongoIndexes.Subscriptions, cancellationToken);
            await CreateAsync(collections.SubscriptionEvents, MongoIndexes.SubscriptionEvents, cancellationToken);
            await CreateAsync(collections.DeliveryAttempts, MongoIndexes.DeliveryAttempts, cancellationToken);
            await CreateAsync(collections.DigestIssues, MongoIndexes.DigestIssues, cancellationToken);
        }
        catch (MongoCommandException e) when (IndexConflicts.Contains(e.Code))
        {
            throw new StoreUnusableException(
                $"{Where} has an index of the same name or fields in another form ({e.ErrorMessage}). Drop that index and start again.", e);
        }
        catch (MongoCommandException e) when (NotAllowed.Contains(e.Code))
        {
            throw new StoreUnusableException($"{Where} does not let this user create indexes. Give it the role readWrite on the database.", e);
        }
        catch (MongoAuthenticationException e)
        {
            throw new StoreUnusableException($"{Where} refused the user or password. Check Mongo:ConnectionString.", e);
        }
        catch (Exception e) when (e is TimeoutException or MongoConnectionException)
        {
            throw new StoreUnusableException(
                $"{Where} did not answer within {options.Value.ConnectTimeout.TotalSeconds:0.###} s. "
                + "Check that it runs, that this machine may reach it, and Mongo:ConnectionString.", e)
            {
                MayPass = true,
            };
        }
    }

    // The connection string holds the password: only hosts go into messages.
    private string Where
        => $"MongoDB at {string.Join(", ", MongoUrl.Create(options.Value.ConnectionString).Servers)}, database {options.Value.Database},";

    // Only MongoDB itself names its storage engine.
    private async Task<bool> IsMongoAsync(CancellationToken cancellationToken)
    {
        var build = await collections.Database.RunCommandAsync<BsonDocument>(
            new BsonDocument("buildInfo", 1), cancellationToken: cancellationToken);
        return build.TryGetValue("storageEngines", out var engines) && engines is BsonArray names && names.Contains("wiredTiger");
    }

    private static async Task CreateAsync(
        IMongoCollection<BsonDocument> collection, IReadOnlyList<CreateIndexModel<BsonDocument>> indexes, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await collection.Indexes.CreateManyAsync(indexes, cancellationToken);
                return;
            }
            catch (MongoCommandException e) when (Raced.Contains(e.Code) && attempt < MaxAttempts)
            {
                // Another process has just done the same; asking again finds its work.
            }
        }
    }
}
