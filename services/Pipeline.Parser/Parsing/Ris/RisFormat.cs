using System.Runtime.CompilerServices;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Bytes;

namespace Pipeline.Parser.Parsing.Ris;

/// <summary>RIS, as publishers and reference managers export it: from a line <c>TY</c> to a line <c>ER</c>, a tag before each value.</summary>
/// <remarks>The tags: https://en.wikipedia.org/wiki/RIS_(file_format).</remarks>
internal sealed class RisFormat : IListingFormat
{
    private const int MaxLineBytes = 1024 * 1024;
    private const int LinesLookedAt = 50;
    private const string CutOff = "the file ends in the middle of this record: fetch it again, or end it with \"ER  - \".";

    public string Name => "ris";

    public SourceAuthority Authority => SourceAuthority.Index;

    /// <summary>Sure when one of the first lines opens a record, and no tagged line stands before it.</summary>
    public FormatMatch Detect(ListingHead head)
    {
        var lines = new LineSplitter(ByteWindow.Over(head), ListingHead.MaxBytes);
        while (lines.TryRead(out var line) && line.Number <= LinesLookedAt)
        {
            if (RisLine.TryRead(LooseText.Decode(line.Bytes.Span), out var tag, out _))
            {
                return tag == "TY" ? new FormatMatch(0.9, "a line opens a record with TY") : FormatMatch.None("no line \"TY  - \"");
            }
        }

        return FormatMatch.None("no line \"TY  - \"");
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
            var isTag = RisLine.TryRead(text, out var tag, out var value);
            // A record without its last line is whole when the next one begins.
            if (record is not null && isTag && tag is "TY" or "ER")
            {
                yield return RisPaper.ToEntry(record);
                record = null;
            }

            if (isTag && tag == "TY")
            {
                record = new TaggedRecord(line.Number);
            }

            if (isTag)
            {
                record?.Add(tag, value);
            }
            else
            {
                record?.Continue(text);
            }
        }

        if (record is not null)
        {
            yield return new ListingEntry.Broken(CutOff, $"line {record.Line}");
        }
    }
}
