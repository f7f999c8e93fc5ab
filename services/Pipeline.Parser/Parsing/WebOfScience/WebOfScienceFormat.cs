using System.Runtime.CompilerServices;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Bytes;
using Pipeline.Parser.Parsing.Papers;
using Pipeline.Parser.Parsing.Ris;

namespace Pipeline.Parser.Parsing.WebOfScience;

/// <summary>The plain text export of the Web of Science, which is often named .ris: from a line <c>PT</c> to a line <c>ER</c>.</summary>
/// <remarks>
/// A tag and a space stand before a value, three spaces before the lines that go on with it. The tags:
/// https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html.
/// </remarks>
internal sealed class WebOfScienceFormat : IListingFormat
{
    private const int MaxLineBytes = 1024 * 1024;

    public string Name => "web-of-science";

    public SourceAuthority Authority => SourceAuthority.Index;

    /// <summary>Sure when the first line that is not blank names the export or opens a record.</summary>
    public FormatMatch Detect(ListingHead head)
    {
        var lines = new LineSplitter(ByteWindow.Over(head), ListingHead.MaxBytes);
        while (lines.TryRead(out var line))
        {
            var text = LooseText.Decode(line.Bytes.Span);
            if (!string.IsNullOrWhiteSpace(text))
            {
                return text is "PT J" or "PT B" or "PT S" or "PT P" || text.StartsWith("FN Clarivate", StringComparison.Ordinal) || text.StartsWith("FN Thomson", StringComparison.Ordinal)
                    ? new FormatMatch(0.9, "begins as an export of the Web of Science")
                    : FormatMatch.None("no line \"PT J\" in front");
            }
        }

        return FormatMatch.None("no line \"PT J\" in front");
    }

    public async IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TaggedRecord? record = null;
        await foreach (var line in LineSplitter.ReadAsync(content, MaxLineBytes, cancellationToken))
        {
            if (line.IsTooLong)
            {
                yield return ListingEntry.Reject($"line {line.Number}", "longer than 1 MB, which no value is: break or remove it.");
                continue;
            }

            var text = LooseText.Decode(line.Bytes.Span);
            var tag = TagOf(text);
            if (record is not null && tag is "ER" or "PT")
            {
                yield return ToEntry(record);
                record = null;
            }

            record = tag == "PT" ? new TaggedRecord(line.Number) : record;
            if (tag is not null)
            {
                record?.Add(tag, text.Length > 3 ? text[3..] : "");
            }
            else
            {
                record?.Continue(text);
            }
        }

        if (record is not null)
        {
            yield return new ListingEntry.Broken("the file ends in the middle of this record: export it again.", $"line {record.Line}");
        }
    }

    private static string? TagOf(string line)
        => line.Length >= 2 && char.IsAsciiLetterUpper(line[0]) && (char.IsAsciiLetterUpper(line[1]) || char.IsAsciiDigit(line[1]))
            && (line.Length == 2 || line[2] == ' ')
                ? line[..2]
                : null;

    private static ListingEntry ToEntry(TaggedRecord record)
    {
        var where = $"line {record.Line}";
        return record.IsTooLong
            ? ListingEntry.Reject(where, RisPaper.TooLong)
            : new PaperDraft
            {
                Names = [.. record.All("DI", "AR")],
                Title = record.FirstLine("TI"),
                Abstract = record.FirstLine("AB"),
                Authors = (record.Lines("AF").Any() ? record.Lines("AF") : record.Lines("AU")).Select(RisPaper.Printed),
                Categories = (record.FirstLine("DE") ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            }.ToEntry(where);
    }
}
