using System.Collections.Concurrent;
using Pipeline.LocalMongo.Engine;

namespace Pipeline.LocalMongo.Commands;

/// <summary>What has to be remembered between the commands of a client session: its transaction and its last retryable write.</summary>
internal sealed class SessionTable(DocumentEngine engine, TimeProvider time)
{
    private static readonly TimeSpan TransactionLifetime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ReplyLifetime = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Guid, OpenTransaction> _transactions = new();
    private readonly ConcurrentDictionary<Guid, LastWrite> _writes = new();

    /// <summary>The transaction that the request belongs to, begun if it is the first; null when it belongs to none.</summary>
    public async Task<EngineTransaction?> TransactionOfAsync(Request request, CancellationToken cancellationToken)
    {
        if (!request.InTransaction || request.Session is not { } session)
        {
            return null;
        }

        if (request.StartsTransaction)
        {
            await AbortAsync(session);
            var begun = await engine.BeginAsync(cancellationToken);
            _transactions[session] = new(request.TransactionNumber, begun, time.GetTimestamp());
            return begun;
        }

        return _transactions.TryGetValue(session, out var open) && open.Number == request.TransactionNumber
            ? open.Transaction
            : throw new CommandException(ErrorCodes.NoSuchTransaction, "the transaction has ended or was never begun");
    }

    public async Task CommitAsync(Request request, CancellationToken cancellationToken)
    {
        var session = request.Session ?? default;
        if (_transactions.TryRemove(session, out var open))
        {
            await using var transaction = open.Transaction;
            await transaction.CommitAsync(cancellationToken);
            _writes[session] = new(request.TransactionNumber, Task.FromResult(Replies.Ok), time.GetTimestamp());
        }
        else if (!_writes.TryGetValue(session, out var last) || last.Number != request.TransactionNumber)
        {
            throw new CommandException(ErrorCodes.NoSuchTransaction, "there is no transaction to commit");
        }
    }

    public async Task AbortAsync(Guid session)
    {
        if (_transactions.TryRemove(session, out var open))
        {
            await open.Transaction.DisposeAsync();
        }
    }

    /// <summary>Does a retryable write once: a repetition of the session's last one waits for the first and gets the same reply.</summary>
    public async Task<byte[]> OnceAsync(Request request, Func<Task<byte[]>> write)
    {
        if (request.InTransaction || request is not { Session: { } session, TransactionNumber: { } number })
        {
            return await write();
        }

        if (_writes.TryGetValue(session, out var last) && last.Number == number)
        {
            return await last.Reply;
        }

        var reply = write();
        var entry = new LastWrite(number, reply, time.GetTimestamp());
        _writes[session] = entry;
        try
        {
            return await reply;
        }
        catch
        {
            _writes.TryRemove(new(session, entry)); // it may be tried again
            throw;
        }
    }

    public async Task ForgetAsync(Guid session)
    {
        await AbortAsync(session);
        _writes.TryRemove(session, out _);
    }

    /// <summary>Ends what clients that went away have left open.</summary>
    public async Task SweepAsync()
    {
        foreach (var (session, open) in _transactions)
        {
            if (time.GetElapsedTime(open.Since) > TransactionLifetime)
            {
                await AbortAsync(session);
            }
        }

        foreach (var (session, write) in _writes)
        {
            if (time.GetElapsedTime(write.Since) > ReplyLifetime)
            {
                _writes.TryRemove(new(session, write));
            }
        }
    }

    private sealed record OpenTransaction(long? Number, EngineTransaction Transaction, long Since);

    private sealed record LastWrite(long? Number, Task<byte[]> Reply, long Since);
}
