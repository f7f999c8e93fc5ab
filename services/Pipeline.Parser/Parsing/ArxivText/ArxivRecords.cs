using System.Runtime.CompilerServices;
using Pipeline.Parser.Parsing.Bytes;

namespace Pipeline.Parser.Parsing.ArxivText;

/// <summary>Streams the entries of a file in one of arXiv's text forms.</summary>
internal static class ArxivRecords
{
    /// <summary>Why a listing has no such form.</summary>
    public const string None = "no entry of arXiv between \\\\ lines";

    private const int MaxLineBytes = 1024 * 1024;

    /// <summary>Reads entry by entry.</summary>
    /// <param name="content">The file.</param>
    /// <param name="toEntry">Reads one entry as a paper.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async IAsyncEnumerable<ListingEntry> ReadAsync(
        Stream content, Func<ArxivRecord, ListingEntry> toEntry, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var records = new ArxivRecordSplitter();
        await foreach (var line in LineSplitter.ReadAsync(content, MaxLineBytes, cancellationToken))
        {
            if (line.IsTooLong)
            {
                yield return ListingEntry.Reject($"line {line.Number}", "longer than 1 MB, which no line of an abstract is: break or remove it.");
            }
            else if (records.Add(line.Number, LooseText.Decode(line.Bytes.Span)) is { } record)
            {
                yield return ToEntry(record, toEntry);
            }
        }

        if (records.End() is { } last)
        {
            yield return ToEntry(last, toEntry);
        }
    }

    /// <summary>The complete entries at the beginning of a file.</summary>
    public static IReadOnlyList<ArxivRecord> In(ListingHead head, int most)
    {
        var records = new List<ArxivRecord>();
        var splitter = new ArxivRecordSplitter();
        var lines = new LineSplitter(ByteWindow.Over(head), ListingHead.MaxBytes);
        while (records.Count < most && lines.TryRead(out var line))
        {
            if (splitter.Add(line.Number, LooseText.Decode(line.Bytes.Span)) is { } record)
            {
                records.Add(record);
            }
        }

        return records.Count < most && splitter.End() is { } last ? [.. records, last] : records;
    }

    private static ListingEntry ToEntry(ArxivRecord record, Func<ArxivRecord, ListingEntry> toEntry)
    {
        var where = $"line {record.Line}";
        return record.IsTooLong ? ListingEntry.Reject(where, "longer than a million characters, which no entry is: remove it.")
            : record.IsCutOff ? new ListingEntry.Broken("the file ends in the middle of this entry: fetch or copy it again.", where)
            : toEntry(record);
    }
}
