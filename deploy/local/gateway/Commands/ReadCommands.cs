using System.Collections.Concurrent;
using MongoDB.Bson;
using Npgsql;
using NpgsqlTypes;
using Pipeline.LocalMongo.Engine;
using Pipeline.LocalMongo.Wire;
using static Pipeline.LocalMongo.Engine.DocumentEngine;

namespace Pipeline.LocalMongo.Commands;

/// <summary>Queries that answer with a cursor, and the cursors' later pages.</summary>
internal sealed class ReadCommands(DocumentEngine engine, TimeProvider time)
{
    private static readonly TimeSpan CursorLifetime = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<long, Cursor> _cursors = new();

    public async Task<byte[]> FirstPageAsync(Request request, string sql, EngineTransaction? transaction, CancellationToken cancellationToken)
    {
        var (page, continuation, id) = await engine.RunAsync(
            transaction, sql,
            row => (row.GetFieldValue<byte[]>(0), ContinuationOf(row), row.IsDBNull(2) ? 0 : row.GetInt64(2)),
            cancellationToken, Text(request.Database), Bytes(request.Body));

        if (continuation is not null && id != 0)
        {
            _cursors[id] = new(request.Database, continuation, time.GetTimestamp());
        }

        return page;
    }

    public async Task<byte[]> NextPageAsync(Request request, EngineTransaction? transaction, CancellationToken cancellationToken)
    {
        var id = new BsonView(request.Body).Find("getMore"u8)?.AsInt64() ?? 0;
        if (!_cursors.TryGetValue(id, out var cursor))
        {
            throw new CommandException(ErrorCodes.CursorNotFound, $"cursor id {id} not found");
        }

        var (page, continuation) = await engine.RunAsync(
            transaction, Statements.GetMore, row => (row.GetFieldValue<byte[]>(0), ContinuationOf(row)),
            cancellationToken, Text(cursor.Database), Bytes(request.Body), Bytes(cursor.Continuation));

        if (continuation is null)
        {
            _cursors.TryRemove(id, out _);
        }
        else
        {
            _cursors[id] = new(cursor.Database, continuation, time.GetTimestamp());
        }

        return page;
    }

    public async Task<byte[]> KillAsync(Request request, CancellationToken cancellationToken)
    {
        var killed = new BsonArray();
        var unknown = new BsonArray();
        foreach (var item in new BsonView(request.Body).Find("cursors"u8)?.AsDocument() ?? throw new CommandException(ErrorCodes.FailedToParse, "cursors is missing"))
        {
            (_cursors.TryRemove(item.AsInt64(), out _) ? killed : unknown).Add(item.AsInt64());
        }

        await DeleteAsync([.. killed.Select(id => id.AsInt64)], cancellationToken);
        return new BsonDocument
        {
            { "cursorsKilled", killed }, { "cursorsNotFound", unknown },
            { "cursorsAlive", new BsonArray() }, { "cursorsUnknown", new BsonArray() }, { "ok", 1.0 },
        }.ToBson();
    }

    /// <summary>Ends the cursors that nobody has asked for in ten minutes.</summary>
    public Task SweepAsync(CancellationToken cancellationToken)
        => DeleteAsync(
            [.. _cursors.Where(entry => time.GetElapsedTime(entry.Value.Since) > CursorLifetime && _cursors.TryRemove(entry)).Select(entry => entry.Key)],
            cancellationToken);

    private Task DeleteAsync(long[] ids, CancellationToken cancellationToken)
        => ids.Length == 0
            ? Task.CompletedTask
            : engine.RunAsync(
                null, Statements.DeleteCursors, _ => true, cancellationToken,
                new NpgsqlParameter<long[]>(null!, NpgsqlDbType.Array | NpgsqlDbType.Bigint) { TypedValue = ids });

    private static byte[]? ContinuationOf(NpgsqlDataReader row) => row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1);

    private sealed record Cursor(string Database, byte[] Continuation, long Since);
}
