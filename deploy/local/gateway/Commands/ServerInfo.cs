using MongoDB.Bson;

namespace Pipeline.LocalMongo.Commands;

/// <summary>What the gateway says about itself: a replica set with one member, so that drivers use sessions and transactions.</summary>
internal sealed class ServerInfo(string address, TimeProvider time)
{
    private const int WireVersionOfMongo7 = 21;

    public byte[] Hello(bool legacy) => new BsonDocument
    {
        { "helloOk", true },
        { legacy ? "ismaster" : "isWritablePrimary", true },
        { "secondary", false },
        { "setName", "local" },
        { "setVersion", 1 },
        { "me", address },
        { "primary", address },
        { "hosts", new BsonArray { address } },
        { "maxBsonObjectSize", 16 * 1024 * 1024 },
        { "maxMessageSizeBytes", Wire.WireMessage.MaxBytes },
        { "maxWriteBatchSize", 100_000 },
        { "localTime", time.GetUtcNow().UtcDateTime },
        { "logicalSessionTimeoutMinutes", 30 },
        { "connectionId", 1 },
        { "minWireVersion", 0 },
        { "maxWireVersion", WireVersionOfMongo7 },
        { "readOnly", false },
        { "ok", 1.0 },
    }.ToBson();

    public static byte[] BuildInfo() => new BsonDocument
    {
        { "version", "7.0.0" },
        { "versionArray", new BsonArray { 7, 0, 0, 0 } },
        { "gitVersion", "local gateway, for tests only" },
        { "modules", new BsonArray() },
        { "maxBsonObjectSize", 16 * 1024 * 1024 },
        { "ok", 1.0 },
    }.ToBson();

    public static byte[] ConnectionStatus() => new BsonDocument
    {
        { "authInfo", new BsonDocument { { "authenticatedUsers", new BsonArray() }, { "authenticatedUserRoles", new BsonArray() } } },
        { "ok", 1.0 },
    }.ToBson();
}
