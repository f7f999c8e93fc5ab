using System.Text.Json;
using Microsoft.Data.Sqlite;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.Storage.Sqlite.Sources;

namespace Pipeline.Storage.Sqlite.Failures;

/// <summary>A message that failed, as its row holds it.</summary>
internal static class FailureColumns
{
    public const string Short = "SELECT json, sequence, state, due_at FROM failures";
    public const string Whole = "SELECT json, sequence, state, due_at, body FROM failures";

    /// <summary>Values of a row in the order of the table.</summary>
    public static object?[] Values(FailedMessage failure) =>
    [
        SourceColumns.Key(failure.Id), (long)failure.Sequence, Word(failure.State), SourceColumns.Milliseconds(failure.DueAt), failure.Stage,
        Word(failure.Cause), failure.Group, SourceColumns.Milliseconds(failure.FirstFailedAt), SourceColumns.Milliseconds(failure.LastFailedAt),
        SourceColumns.Json(failure with { Body = [] }), failure.Body,
    ];

    public static FailedMessage ReadShort(SqliteDataReader row) => SourceColumns.FromJson<FailedMessage>(row.GetString(0)) with
    {
        Sequence = row.GetInt32(1),
        State = Value<FailureState>(row.GetString(2)),
        DueAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
    };

    public static FailedMessage ReadWhole(SqliteDataReader row) => ReadShort(row) with { Body = row.GetFieldValue<byte[]>(4) };

    public static FailureGroup ReadGroup(SqliteDataReader row) => new()
    {
        Stage = row.GetString(0),
        Cause = Value<FailureCause>(row.GetString(1)),
        Group = row.GetString(2),
        State = Value<FailureState>(row.GetString(3)),
        Count = row.GetInt64(4),
        Oldest = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
        Newest = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)),
        Example = Guid.Parse(row.GetString(7)),
    };

    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static T Value<T>(string word)
        where T : struct, Enum => Array.Find(Enum.GetValues<T>(), value => Word(value) == word);
}
