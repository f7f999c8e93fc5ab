using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Pipeline.Storage.Sqlite;

/// <summary>One connection and its prepared statements, each compiled once. For one caller at a time.</summary>
/// <remarks>Statements name their values <c>?1</c>, <c>?2</c>, … in the order in which they are given.</remarks>
internal sealed class SqliteSession : IDisposable
{
    // Of the database's own machine: far less than a millisecond.
    private const int StepsBetweenLooks = 4_000;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    public SqliteSession(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
        raw.sqlite3_progress_handler(_connection.Handle, StepsBetweenLooks, static session => ((SqliteSession)session).Stop.IsCancellationRequested ? 1 : 0, this);
    }

    /// <summary>Ends whatever statement runs, with <see cref="SqliteFaults.Interrupted"/>; none to begin with.</summary>
    /// <remarks>The database looks at it now and then. A call from another thread would find no statement to end when it comes between two.</remarks>
    public CancellationToken Stop { get; set; }

    /// <summary>Whether a transaction is open. A full disk ends one without being asked.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    /// <returns>Rows written.</returns>
    public int Run(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values).ExecuteNonQuery();

    /// <summary>Starts reading rows; the caller disposes the reader before the same statement runs again.</summary>
    public SqliteDataReader Read(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values).ExecuteReader();

    /// <summary>Reads the first number of the first row.</summary>
    public long Number(string sql, params ReadOnlySpan<object?> values)
        => Convert.ToInt64(Prepared(sql, values).ExecuteScalar(), CultureInfo.InvariantCulture);

    /// <summary>Reads every row.</summary>
    public List<T> List<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        using var reader = Read(sql, values);
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private SqliteCommand Prepared(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = Compile(sql, values.Length);
            _commands.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    private SqliteCommand Compile(string sql, int values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= values; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"?{i}") });
        }

        return command;
    }
}
