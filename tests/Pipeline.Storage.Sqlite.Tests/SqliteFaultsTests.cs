using Microsoft.Data.Sqlite;

namespace Pipeline.Storage.Sqlite.Tests;

public sealed class SqliteFaultsTests
{
    [Theory]
    [InlineData(5, "locked by another process")]
    [InlineData(6, "locked by another process")]
    [InlineData(8, "is read-only")]
    [InlineData(10, "disk failed")]
    [InlineData(11, "is damaged")]
    [InlineData(13, "disk is full")]
    [InlineData(14, "cannot be opened")]
    [InlineData(26, "is not a database")]
    public void Explain_OfAFaultThatAPersonCanPutRight_SaysWhatAndWhere(int code, string expected)
    {
        var message = SqliteFaults.Explain(new SqliteException("detail", code), "/data/pipeline.db");

        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Contains("/data/pipeline.db", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(19)]
    public void Explain_OfAFaultOfTheProgram_GivesNull(int code)
        => Assert.Null(SqliteFaults.Explain(new SqliteException("detail", code), "/data/pipeline.db"));
}
