using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.Storage.Mongo;
using Pipeline.Storage.Sqlite;

namespace Pipeline.Standalone.Hosting;

/// <summary>Where the pipeline runs and keeps its papers, decided by configuration alone.</summary>
/// <param name="Workers">True when separate workers do the work, over RabbitMQ.</param>
/// <param name="MongoStore">True when papers are in MongoDB; false for the embedded store.</param>
/// <param name="DataLocation">Where the data is, for people; never a secret.</param>
internal sealed record Deployment(bool Workers, bool MongoStore, string DataLocation)
{
    /// <summary>Reads the deployment from the configuration.</summary>
    /// <exception cref="OptionsValidationException">Separate workers are configured, but no store they could share.</exception>
    public static Deployment Of(IConfiguration configuration)
    {
        var workers = !string.IsNullOrEmpty(configuration[$"{BrokerOptions.Section}:{nameof(BrokerOptions.Address)}"]);
        var mongo = configuration[$"{MongoStorageOptions.Section}:{nameof(MongoStorageOptions.ConnectionString)}"];
        if (workers && string.IsNullOrEmpty(mongo))
        {
            throw new OptionsValidationException(MongoStorageOptions.Section, typeof(MongoStorageOptions),
                ["Mongo:ConnectionString: required when Broker:Address is set; separate workers share a MongoDB store."]);
        }

        return string.IsNullOrEmpty(mongo)
            ? new(workers, MongoStore: false, configuration[$"{SqliteStorageOptions.Section}:{nameof(SqliteStorageOptions.DataDirectory)}"]!)
            : new(workers, MongoStore: true, $"MongoDB, database {configuration[$"{MongoStorageOptions.Section}:{nameof(MongoStorageOptions.Database)}"] ?? new MongoStorageOptions().Database}");
    }
}
