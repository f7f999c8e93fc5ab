using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite;

/// <summary>The database file: one connection that writes, a few that read beside it.</summary>
/// <remarks>
/// SQLite works synchronously, so the work given here runs on the caller's thread and should be short.
/// A read never waits for a write (write-ahead log); a returned write has reached the disk.
/// </remarks>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1);
    private readonly SemaphoreSlim _reading;
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private readonly TimeSpan _busyTimeout;
    private SqliteSession? _writer;

    public SqliteDatabase(IOptions<SqliteStorageOptions> options)
    {
        Directory = Path.GetFullPath(options.Value.DataDirectory!);
        File = Path.Combine(Directory, "pipeline.db");
        _busyTimeout = options.Value.BusyTimeout;
        _reading = new(options.Value.ConcurrentReads);
    }

    /// <summary>Full path of the data directory.</summary>
    public string Directory { get; }

    /// <summary>Full path of the database file.</summary>
    public string File { get; }

    /// <summary>Creates or opens the file and its tables.</summary>
    /// <exception cref="StoreUnusableException">The file cannot be used.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            _writer ??= Open(SqliteOpenMode.ReadWriteCreate);
            InTransaction(_writer, session =>
            {
                SqliteSchema.Create(session, File);
                return true;
            });
        }
        catch (SqliteException e) when (SqliteFaults.Explain(e, File) is { } reason)
        {
            throw new StoreUnusableException(reason, e);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Does all of the work in one transaction, or none of it.</summary>
    /// <exception cref="StoreUnusableException">The disk is full, the file locked by another process, or the like.</exception>
    public async Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return InTransaction(_writer ??= Open(SqliteOpenMode.ReadWrite), work);
        }
        catch (SqliteException e) when (SqliteFaults.Explain(e, File) is { } reason)
        {
            throw new StoreUnusableException(reason, e);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Reads. What several statements see may differ by writes that happen in between. A statement ends when its caller's wait does.</summary>
    /// <exception cref="StoreUnusableException">The file cannot be read.</exception>
    public async Task<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (!_idle.TryTake(out var session))
            {
                session = Open(SqliteOpenMode.ReadWrite);
            }

            return Read(session, work, cancellationToken);
        }
        catch (SqliteException e) when (SqliteFaults.Explain(e, File) is { } reason)
        {
            throw new StoreUnusableException(reason, e);
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose()
    {
        foreach (var session in _idle)
        {
            session.Dispose();
        }

        // Last: the last connection to close folds the write-ahead log into the file, and only a writer may.
        _writer?.Dispose();
        _writing.Dispose();
        _reading.Dispose();
    }

    private T Read<T>(SqliteSession session, Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        try
        {
            session.Stop = cancellationToken;
            return work(session);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SqliteFaults.Interrupted && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("Nobody waits for the answer any more.", e, cancellationToken);
        }
        finally
        {
            session.Stop = CancellationToken.None;
            _idle.Add(session);
        }
    }

    private static T InTransaction<T>(SqliteSession session, Func<SqliteSession, T> work)
    {
        session.Run("BEGIN IMMEDIATE");
        try
        {
            var result = work(session);
            session.Run("COMMIT");
            return result;
        }
        finally
        {
            if (session.InTransaction)
            {
                session.Run("ROLLBACK");
            }
        }
    }

    private SqliteSession Open(SqliteOpenMode mode)
    {
        var session = new SqliteSession(new SqliteConnectionStringBuilder
        {
            DataSource = File,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = (int)Math.Ceiling(_busyTimeout.TotalSeconds),
            ForeignKeys = true,
        }.ToString());

        try
        {
            session.Run($"PRAGMA busy_timeout = {(int)_busyTimeout.TotalMilliseconds}");
            session.Run("PRAGMA journal_mode = WAL");
            session.Run("PRAGMA synchronous = FULL");
            session.Run("PRAGMA wal_autocheckpoint = 4000");
            session.Run("PRAGMA journal_size_limit = 67108864");
            session.Run("PRAGMA cache_size = -32768");
            return session;
        }
        catch (SqliteException)
        {
            session.Dispose();
            throw;
        }
    }
}
