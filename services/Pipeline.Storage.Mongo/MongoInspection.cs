using Microsoft.Extensions.Options;
using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo;

/// <summary>Asks the server for its clock and its indexes, and changes nothing.</summary>
internal sealed class MongoInspection(MongoCollections collections, IOptions<MongoStorageOptions> options) : IStoreInspection
{
    public async Task<StoreCondition> InspectAsync(CancellationToken cancellationToken)
    {
        try
        {
            var hello = await collections.Database.RunCommandAsync<BsonDocument>(new BsonDocument("hello", 1), cancellationToken: cancellationToken);
            var missing = new List<string>();
            await AddMissingAsync(collections.Papers, MongoIndexes.Papers, missing, cancellationToken);
            await AddMissingAsync(collections.Listings, MongoIndexes.Listings, missing, cancellationToken);
            await AddMissingAsync(collections.DayAnswers, MongoIndexes.DayAnswers, missing, cancellationToken);
            await AddMissingAsync(collections.FetchRuns, MongoIndexes.FetchRuns, missing, cancellationToken);
            await AddMissingAsync(collections.Changes, MongoIndexes.Changes, missing, cancellationToken);
            await AddMissingAsync(collections.Subscriptions, MongoIndexes.Subscriptions, missing, cancellationToken);
            await AddMissingAsync(collections.SubscriptionEvents, MongoIndexes.SubscriptionEvents, missing, cancellationToken);
            await AddMissingAsync(collections.DeliveryAttempts, MongoIndexes.DeliveryAttempts, missing, cancellationToken);
            await AddMissingAsync(collections.DigestIssues, MongoIndexes.DigestIssues, missing, cancellationToken);
            return new()
            {
                Where = Where,
                Form = $"wire version {hello.GetValue("maxWireVersion", 0)}",
                Missing = missing,
                ServerTime = hello.TryGetValue("localTime", out var time) ? new DateTimeOffset(time.ToUniversalTime()) : null,
            };
        }
        catch (MongoAuthenticationException e)
        {
            throw new StoreUnusableException($"{Where} refused the user or password. Check Mongo:ConnectionString.", e);
        }
        catch (MongoCommandException e)
        {
            throw new StoreUnusableException($"{Where} refused to be looked at ({e.CodeName}). Give the user the role readWrite on the database.", e);
        }
        catch (Exception e) when (e is TimeoutException or MongoConnectionException)
        {
            throw new StoreUnusableException(
                $"{Where} did not answer within {options.Value.ConnectTimeout.TotalSeconds:0.###} s. "
                + "Check that it runs, that this machine may reach it, and Mongo:ConnectionString.", e);
        }
    }

    // The connection string holds the password: only hosts go into messages.
    private string Where
        => $"MongoDB at {string.Join(", ", MongoUrl.Create(options.Value.ConnectionString).Servers)}, database {options.Value.Database}";

    private static async Task AddMissingAsync(
        IMongoCollection<BsonDocument> collection, IReadOnlyList<CreateIndexModel<BsonDocument>> wanted, List<string> missing, CancellationToken cancellationToken)
    {
        using var cursor = await collection.Indexes.ListAsync(cancellationToken);
        var there = (await cursor.ToListAsync(cancellationToken)).Select(index => index["name"].AsString).ToHashSet(StringComparer.Ordinal);
        missing.AddRange(wanted.Select(index => index.Options.Name).Where(name => !there.Contains(name))
            .Select(name => $"the index {name} of {collection.CollectionNamespace.CollectionName}"));
    }
}
