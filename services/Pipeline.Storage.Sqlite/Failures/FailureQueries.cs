using System.Globalization;
using System.Text;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.Storage.Sqlite.Sources;

namespace Pipeline.Storage.Sqlite.Failures;

/// <summary>Statements over the messages that a query means.</summary>
internal sealed class FailureQueries
{
    private readonly StringBuilder _sql;
    private readonly List<object?> _values = [];

    /// <param name="start">What is read; the conditions follow.</param>
    /// <param name="query">Which messages.</param>
    public FailureQueries(string start, FailureQuery query)
    {
        _sql = new StringBuilder(start).Append(" WHERE 1");
        Add(" AND id IN (SELECT value FROM json_each(", List(query.Ids.Select(SourceColumns.Key)), "))");
        Add(" AND state IN (SELECT value FROM json_each(", List(query.States.Select(FailureColumns.Word)), "))");
        Add(" AND stage =", query.Stage);
        Add(" AND cause =", query.Cause is { } cause ? FailureColumns.Word(cause) : null);
        Add(" AND instr(likeness,", query.Words, ") > 0");
        Add(" AND last_failed_at <", query.Before is { } before ? SourceColumns.Milliseconds(before) : null);
    }

    public string Sql => _sql.ToString();

    public object?[] Values => [.. _values];

    /// <summary>Adds text and a value, unless that is null.</summary>
    public FailureQueries Add(string before, object? value, string after = "")
    {
        if (value is not null)
        {
            _values.Add(value);
            _sql.Append(before).Append(CultureInfo.InvariantCulture, $" ?{_values.Count}").Append(after);
        }

        return this;
    }

    private static string? List(IEnumerable<string> values)
    {
        string[] all = [.. values];
        return all.Length == 0 ? null : SourceColumns.Json(all);
    }
}
