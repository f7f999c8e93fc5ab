using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.Ris;

/// <summary>Reads one record as a paper.</summary>
internal static class RisPaper
{
    /// <summary>Why a record over the limit is no paper.</summary>
    public const string TooLong = "longer than a million characters, which no record is: remove it.";

    /// <summary>The paper, or why the record is none.</summary>
    public static ListingEntry ToEntry(TaggedRecord record)
    {
        var where = $"line {record.Line}";
        return record.IsTooLong
            ? ListingEntry.Reject(where, TooLong)
            : new PaperDraft
            {
                Names = [.. record.All("DO", "UR", "L1", "L2", "M3", "AN")],
                Title = record.FirstLine("TI", "T1", "BT", "CT"),
                Abstract = record.First("AB", "N2"),
                Authors = record.All("AU", "A1").Select(Printed),
                PublishedAt = Day(record.First("DA", "Y1", "PY")),
                Categories = record.All("KW").Select(word => word.TrimStart('*')),
                Urls = [new("page", record.First("UR")), new("pdf", record.First("L1"))],
            }.ToEntry(where);
    }

    /// <summary>First name first: <c>Shannon,Claude E.</c> is Claude E. Shannon.</summary>
    public static string Printed(string name) => name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var last, var first] => $"{first} {last}",
        [var last, var first, var suffix] => $"{first} {last} {suffix}",
        _ => name,
    };

    // "2014/03/05/other": year, month, day, anything. A year alone is no day.
    private static DateTimeOffset? Day(string? date)
        => date?.Split('/', StringSplitOptions.TrimEntries) is [{ Length: 4 } year, { Length: 1 or 2 } month, { Length: 1 or 2 } day, ..]
            ? ListingTime.Read($"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}")
            : ListingTime.Read(date);
}
