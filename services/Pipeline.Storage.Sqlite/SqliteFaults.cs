using Microsoft.Data.Sqlite;

namespace Pipeline.Storage.Sqlite;

/// <summary>Puts the database's refusals into words: what is wrong, where, and what to do.</summary>
internal static class SqliteFaults
{
    // Result codes: https://sqlite.org/rescode.html.
    public const int Interrupted = 9;

    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <returns>The message for a person; null for an error that no person can put right.</returns>
    public static string? Explain(SqliteException fault, string file) => fault.SqliteErrorCode switch
    {
        Busy or Locked => $"The database {file} is locked by another process for longer than Sqlite:BusyTimeout. "
            + "Stop the other process, or wait and try again.",
        ReadOnly => $"The database {file} is read-only. Make the file and its folder writable, or choose another with --data.",
        InputOutput => $"The disk failed while the database {file} was read or written ({fault.Message}). "
            + "Check the disk, and that it is a local one.",
        Corrupt => $"The database {file} is damaged. Move it away together with its -wal and -shm files and start again; "
            + "its papers can be read anew from the archive beside it.",
        Full => $"The disk is full: the database {file} cannot grow. Nothing of this write was kept. Free some space and try again.",
        CannotOpen => $"The database {file} cannot be opened. Check that its folder exists and is writable, or choose another with --data.",
        NotADatabase => $"The file {file} is not a database. Move it away, or choose another with --data.",
        _ => null,
    };
}
