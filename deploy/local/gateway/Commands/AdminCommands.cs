using MongoDB.Bson;
using Npgsql;
using Pipeline.LocalMongo.Engine;
using static Pipeline.LocalMongo.Engine.DocumentEngine;

namespace Pipeline.LocalMongo.Commands;

/// <summary>Collections, indexes, databases: rare, and done one at a time so that they cannot trip over each other.</summary>
internal sealed class AdminCommands(DocumentEngine engine) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);

    public Task<byte[]> CreateAsync(Request request, EngineTransaction? transaction, CancellationToken cancellationToken)
        => AloneAsync(() => PassAsync(request, Statements.Create, transaction, cancellationToken), cancellationToken);

    public Task<byte[]> CreateIndexesAsync(Request request, EngineTransaction? transaction, CancellationToken cancellationToken)
        => AloneAsync(
            async () =>
            {
                await engine.RunAsync(
                    transaction, Statements.CreateCollection, row => row.GetBoolean(0),
                    cancellationToken, Text(request.Database), Text(request.Collection));
                return Unwrap(await PassAsync(request, Statements.CreateIndexes, transaction, cancellationToken));
            },
            cancellationToken);

    public Task<byte[]> DropIndexesAsync(Request request, CancellationToken cancellationToken)
        => AloneAsync(
            async () => Unwrap(await engine.RunAsync(
                null, Statements.DropIndexes, EngineReply.Read, cancellationToken, Text(request.Database), Bytes(request.Body))),
            cancellationToken);

    public Task<byte[]> DropAsync(Request request, CancellationToken cancellationToken)
        => AloneAsync(
            async () =>
            {
                await engine.RunAsync(
                    null, Statements.Drop, row => row.GetBoolean(0), cancellationToken, Text(request.Database), Text(request.Collection));
                return new BsonDocument { { "ns", $"{request.Database}.{request.Collection}" }, { "ok", 1.0 } }.ToBson();
            },
            cancellationToken);

    public Task<byte[]> DropDatabaseAsync(Request request, CancellationToken cancellationToken)
        => AloneAsync(
            async () =>
            {
                await engine.RunAsync(null, Statements.DropDatabase, _ => true, cancellationToken, Text(request.Database));
                return new BsonDocument { { "dropped", request.Database }, { "ok", 1.0 } }.ToBson();
            },
            cancellationToken);

    public Task<byte[]> CollModAsync(Request request, CancellationToken cancellationToken)
        => engine.RunAsync(
            null, Statements.CollMod, EngineReply.Read,
            cancellationToken, Text(request.Database), Bytes(request.Body), Text(request.Collection));

    public Task<byte[]> CollStatsAsync(Request request, CancellationToken cancellationToken)
        => engine.RunAsync(
            null, Statements.CollStats, EngineReply.Read, cancellationToken, Text(request.Database), Text(request.Collection));

    public Task<byte[]> DbStatsAsync(Request request, CancellationToken cancellationToken)
        => engine.RunAsync(null, Statements.DbStats, EngineReply.Read, cancellationToken, Text(request.Database));

    /// <summary>Hands a command to the engine as it is.</summary>
    public Task<byte[]> PassAsync(Request request, string sql, EngineTransaction? transaction, CancellationToken cancellationToken)
        => engine.RunAsync(transaction, sql, EngineReply.Read, cancellationToken, Text(request.Database), Bytes(request.Body));

    public void Dispose() => _oneAtATime.Dispose();

    // The engine answers as a sharded MongoDB does, { raw: { shard: reply } }, with codes as PostgreSQL packs them.
    private static byte[] Unwrap(byte[] reply)
    {
        var document = MongoDB.Bson.Serialization.BsonSerializer.Deserialize<BsonDocument>(reply);
        var inner = document.TryGetValue("raw", out var raw) ? raw.AsBsonDocument[0].AsBsonDocument : document;
        if (inner.GetValue("ok", 1.0).ToDouble() == 1.0)
        {
            return inner.ToBson();
        }

        var code = inner.GetValue("code", 0).ToInt32();
        throw new CommandException(
            code > 1_000_000 ? ErrorCodes.FromPacked(code) : code, inner.GetValue("errmsg", "the engine refused").AsString);
    }

    private async Task<byte[]> AloneAsync(Func<Task<byte[]>> work, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        catch (PostgresException e) when (ErrorCodes.FromSqlState(e.SqlState) == ErrorCodes.WriteConflict)
        {
            return await work(); // met a write that was creating the same collection
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
