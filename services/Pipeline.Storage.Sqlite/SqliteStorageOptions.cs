using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Pipeline.Storage.Sqlite;

/// <summary>Where the embedded store keeps its files. Section <c>Sqlite</c>.</summary>
public sealed class SqliteStorageOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Sqlite";

    /// <summary>Folder of the database and the archive, on a local disk; made when missing. Required; there is no default.</summary>
    [Required]
    public string? DataDirectory { get; set; }

    /// <summary>Longest wait for another process that is writing, rounded up to whole seconds. 1 s to 10 min; default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Reads that run at the same time in this process. 1 to 64; default 4.</summary>
    [Range(1, 64)]
    public int ConcurrentReads { get; set; } = 4;
}

[OptionsValidator]
internal sealed partial class SqliteStorageOptionsValidator : IValidateOptions<SqliteStorageOptions>;
