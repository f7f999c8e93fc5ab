using Npgsql;
using Pipeline.LocalMongo.Engine;
using Pipeline.LocalMongo.Wire;

namespace Pipeline.LocalMongo.Commands;

/// <summary>Finds who does a command, and turns what goes wrong into the reply that a driver expects.</summary>
internal sealed class CommandRouter(
    ServerInfo server, SessionTable sessions, ReadCommands reads, WriteCommands writes, AdminCommands admin)
{
    /// <summary>The reply document.</summary>
    /// <exception cref="NpgsqlException">The engine is gone: the connection is to be closed without a reply.</exception>
    public async Task<ReadOnlyMemory<byte>> AnswerAsync(Request request, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(request, cancellationToken);
        }
        catch (PostgresException e) when (!ErrorCodes.MeansEngineIsGone(e.SqlState))
        {
            var (code, message) = Replies.Explain(e);
            return await FailAsync(request, code, message);
        }
        catch (CommandException e)
        {
            return await FailAsync(request, e.Code, e.Message);
        }
    }

    // A transaction in which something failed is over, here as in MongoDB.
    private async Task<byte[]> FailAsync(Request request, int code, string message)
    {
        if (request is { InTransaction: true, Session: { } session })
        {
            await sessions.AbortAsync(session);
        }

        var transient = request.InTransaction && code is ErrorCodes.WriteConflict or ErrorCodes.NoSuchTransaction;
        return Replies.Error(code, message, transient);
    }

    private async Task<byte[]> RunAsync(Request request, CancellationToken cancellationToken)
    {
        switch (request.Name)
        {
            case "hello":
                return server.Hello(legacy: false);
            case "isMaster" or "ismaster":
                return server.Hello(legacy: true);
            case "ping":
                return Replies.Ok;
            case "buildInfo" or "buildinfo":
                return ServerInfo.BuildInfo();
            case "connectionStatus":
                return ServerInfo.ConnectionStatus();
            case "endSessions" or "killSessions":
                await EndSessionsAsync(request);
                return Replies.Ok;
            case "commitTransaction":
                await sessions.CommitAsync(request, cancellationToken);
                return Replies.Ok;
            case "abortTransaction":
                await sessions.AbortAsync(request.Session ?? default);
                return Replies.Ok;
            case "killCursors":
                return await reads.KillAsync(request, cancellationToken);
            default:
                return await DataAsync(request, await sessions.TransactionOfAsync(request, cancellationToken), cancellationToken);
        }
    }

    private Task<byte[]> DataAsync(Request request, EngineTransaction? transaction, CancellationToken cancellationToken)
        => request.Name switch
        {
            "find" => reads.FirstPageAsync(request, Statements.Find, transaction, cancellationToken),
            "aggregate" => reads.FirstPageAsync(request, Statements.Aggregate, transaction, cancellationToken),
            "getMore" => reads.NextPageAsync(request, transaction, cancellationToken),
            "insert" => sessions.OnceAsync(request, () => writes.InsertAsync(request, transaction, cancellationToken)),
            "update" => sessions.OnceAsync(request, () => writes.UpdateAsync(request, transaction, cancellationToken)),
            "delete" => sessions.OnceAsync(request, () => writes.DeleteAsync(request, transaction, cancellationToken)),
            "findAndModify" or "findandmodify"
                => sessions.OnceAsync(request, () => writes.FindAndModifyAsync(request, transaction, cancellationToken)),
            "count" => admin.PassAsync(request, Statements.Count, transaction, cancellationToken),
            "distinct" => admin.PassAsync(request, Statements.Distinct, transaction, cancellationToken),
            "create" => admin.CreateAsync(request, transaction, cancellationToken),
            "createIndexes" => admin.CreateIndexesAsync(request, transaction, cancellationToken),
            _ => SchemaAsync(request, cancellationToken),
        };

    private Task<byte[]> SchemaAsync(Request request, CancellationToken cancellationToken)
        => request.Name switch
        {
            "listCollections" => reads.FirstPageAsync(request, Statements.ListCollections, null, cancellationToken),
            "listIndexes" => reads.FirstPageAsync(request, Statements.ListIndexes, null, cancellationToken),
            "listDatabases" => admin.PassAsync(request, Statements.ListDatabases, null, cancellationToken),
            "validate" => admin.PassAsync(request, Statements.Validate, null, cancellationToken),
            "renameCollection" => admin.PassAsync(request, Statements.RenameCollection, null, cancellationToken),
            "currentOp" => admin.PassAsync(request, Statements.CurrentOp, null, cancellationToken),
            "collMod" => admin.CollModAsync(request, cancellationToken),
            "collStats" => admin.CollStatsAsync(request, cancellationToken),
            "dbStats" => admin.DbStatsAsync(request, cancellationToken),
            "dropIndexes" or "deleteIndexes" => admin.DropIndexesAsync(request, cancellationToken),
            "drop" => admin.DropAsync(request, cancellationToken),
            "dropDatabase" => admin.DropDatabaseAsync(request, cancellationToken),
            _ => throw new CommandException(ErrorCodes.CommandNotFound, $"no such command: '{request.Name}'"),
        };

    private async Task EndSessionsAsync(Request request)
    {
        foreach (var item in new BsonView(request.Body).Find("endSessions"u8)?.AsDocument() ?? BsonView.Empty)
        {
            if (item.AsDocument().Find("id"u8) is { Type: 0x05, Value.Length: 21 } id)
            {
                await sessions.ForgetAsync(new Guid(id.Value.Span[5..]));
            }
        }
    }
}
