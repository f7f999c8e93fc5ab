using Npgsql;
using Pipeline.LocalMongo.Engine;
using Pipeline.LocalMongo.Wire;
using static Pipeline.LocalMongo.Engine.DocumentEngine;

namespace Pipeline.LocalMongo.Commands;

/// <summary>insert, update, delete and findAndModify.</summary>
internal sealed class WriteCommands(DocumentEngine engine, SessionTable sessions, TimeProvider time)
{
    private const int ConflictRetries = 50;

    public Task<byte[]> InsertAsync(Request request, EngineTransaction? transaction, CancellationToken cancellationToken)
        => WriteAsync(request, transaction, Statements.InsertBulk, Statements.Insert, "documents", cancellationToken);

    public Task<byte[]> UpdateAsync(Request request, EngineTransaction? transaction, CancellationToken cancellationToken)
        => WriteAsync(request, transaction, Statements.UpdateBulk, Statements.Update, "updates", cancellationToken);

    public Task<byte[]> DeleteAsync(Request request, EngineTransaction? transaction, CancellationToken cancellationToken)
        => WriteAsync(request, transaction, Statements.DeleteBulk, Statements.Delete, "deletes", cancellationToken);

    public Task<byte[]> FindAndModifyAsync(Request request, EngineTransaction? transaction, CancellationToken cancellationToken)
        => RetriedAsync(transaction is null, async () => await engine.RunAsync(
            transaction, Statements.FindAndModify, row => row.GetFieldValue<byte[]>(0),
            cancellationToken, Text(request.Database), Bytes(request.Body)));

    // Outside a transaction the engine's bulk procedures commit as they go; its plain functions would hold the locks
    // of a whole bulk, and bulks that overlap would wait for each other for long.
    private async Task<byte[]> WriteAsync(
        Request request, EngineTransaction? transaction, string bulk, string plain, string listName, CancellationToken cancellationToken)
    {
        var mayRetry = transaction is null && IsSingle(request, listName);
        return await RetriedAsync(mayRetry, async () =>
        {
            var reply = await engine.RunAsync(
                transaction, transaction is null ? bulk : plain, EngineReply.Read,
                cancellationToken, Text(request.Database), Bytes(request.Body), Bytes(request.Documents));

            var codes = WriteErrors.Translate(reply);
            if (transaction is not null && codes.Count > 0)
            {
                await sessions.AbortAsync(request.Session ?? default); // as MongoDB does
            }

            return codes is [ErrorCodes.WriteConflict] && mayRetry ? null : reply;
        });
    }

    // MongoDB repeats a write that met another one and nobody sees it. Here only a single statement can be repeated:
    // of several, some may have been done. Null from the write means a conflict.
    private async Task<byte[]> RetriedAsync(bool mayRetry, Func<Task<byte[]?>> write)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await write() is { } reply)
                {
                    return reply;
                }
            }
            catch (PostgresException e) when (mayRetry && attempt < ConflictRetries
                && ErrorCodes.FromSqlState(e.SqlState) == ErrorCodes.WriteConflict)
            {
                // once more
            }

            if (attempt >= ConflictRetries)
            {
                throw new CommandException(ErrorCodes.WriteConflict, "the write met others again and again");
            }

            // Whoever holds the document is done within a few milliseconds; asked at once, both would only meet again.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(attempt, 20)), time);
        }
    }

    private static bool IsSingle(Request request, string listName)
    {
        if (!request.Documents.IsEmpty)
        {
            return BsonView.CountDocuments(request.Documents.Span) == 1;
        }

        var count = 0;
        foreach (var item in new BsonView(request.Body).Find(System.Text.Encoding.ASCII.GetBytes(listName))?.AsDocument() ?? BsonView.Empty)
        {
            count += item.Value.IsEmpty ? 0 : 1;
        }

        return count == 1;
    }
}
