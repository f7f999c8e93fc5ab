using Npgsql;
using NpgsqlTypes;

namespace Pipeline.LocalMongo.Engine;

/// <summary>Runs the engine's SQL functions, on a pooled connection or on that of a transaction.</summary>
internal sealed class DocumentEngine(string host, int port) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder
    {
        Host = host,
        Port = port,
        Username = "postgres",
        Database = "postgres",
        ApplicationName = "local-mongo",
        Options = "-c search_path=documentdb_api_catalog,documentdb_api,public -c documentdb.useFileBasedPersistedCursors=on",
        MaxPoolSize = 100,
        MaxAutoPrepare = 64,
        AutoPrepareMinUsages = 2,
        NoResetOnClose = true,
        CommandTimeout = 120,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    });

    public async Task<EngineTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken);
        return new(connection, await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken));
    }

    /// <summary>Runs one statement and reads the columns of its only row.</summary>
    public async Task<T> RunAsync<T>(
        EngineTransaction? transaction, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        if (transaction is not null)
        {
            return await RunAsync(transaction.Connection, sql, read, parameters, cancellationToken);
        }

        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        return await RunAsync(connection, sql, read, parameters, cancellationToken);
    }

    public static NpgsqlParameter Text(string value) => new NpgsqlParameter<string>(null!, NpgsqlDbType.Text) { TypedValue = value };

    public static NpgsqlParameter Bytes(ReadOnlyMemory<byte> value)
        => value.IsEmpty
            ? new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bytea, Value = DBNull.Value }
            : new NpgsqlParameter<ReadOnlyMemory<byte>>(null!, NpgsqlDbType.Bytea) { TypedValue = value };

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static async Task<T> RunAsync<T>(
        NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        // What a CALL returns has the engine's own type, which can only be had as text.
        command.AllResultTypesAreUnknown = sql.StartsWith("CALL", StringComparison.Ordinal);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return read(reader);
    }
}

/// <summary>A transaction of a client session, that is, one connection until it ends.</summary>
internal sealed class EngineTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    public NpgsqlConnection Connection => connection;

    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    /// <summary>Rolls back what was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
