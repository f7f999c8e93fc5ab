using System.Runtime.CompilerServices;
using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Bytes;
using Pipeline.Parser.Parsing.Json;

namespace Pipeline.Parser.Parsing.JsonLines;

/// <summary>One paper a line, as JSON: our own exports, and plain <c>{"title","abstract"}</c>.</summary>
internal sealed class JsonLinesFormat : IListingFormat
{
    private const int LinesLookedAt = 10;

    public string Name => "json-lines";

    public SourceAuthority Authority => SourceAuthority.Index;

    /// <summary>Sure when one of the first lines is a JSON object with a title.</summary>
    public FormatMatch Detect(ListingHead head)
    {
        var lines = new LineSplitter(ByteWindow.Over(head), ListingHead.MaxBytes);
        var objects = 0;
        for (var looked = 0; looked < LinesLookedAt && lines.TryRead(out var line);)
        {
            if (IsBlank(line.Bytes.Span))
            {
                continue;
            }

            looked++;
            using var document = JsonEntry.TryParse(line.Bytes, out _);
            objects += document?.RootElement.ValueKind == JsonValueKind.Object ? 1 : 0;
            if (document?.RootElement.Field("title").Text() is not null)
            {
                return new FormatMatch(0.9, "a line is a JSON object with a title");
            }
        }

        return objects > 0
            ? FormatMatch.None("its lines are JSON objects, but none of the first has a \"title\"")
            : DetectLongLine(head);
    }

    public async IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in LineSplitter.ReadAsync(content, JsonEntry.MaxBytes, cancellationToken))
        {
            var where = $"line {line.Number}";
            if (line.IsTooLong)
            {
                yield return ListingEntry.Reject(where, JsonEntry.TooLong);
            }
            else if (!IsBlank(line.Bytes.Span))
            {
                var entry = JsonEntry.Read(line.Bytes, where, JsonLinesPaper.ToEntry);
                yield return !line.HasEnd && PartialObject.Read(line.Bytes).IsCutOff ? CutOff(where) : entry;
            }
        }
    }

    private static ListingEntry.Broken CutOff(string where)
        => new("the file ends in the middle of this line: fetch or copy it again.", where);

    // A first line that is longer than the head, or cut off, cannot be parsed.
    private static FormatMatch DetectLongLine(ListingHead head)
        => !head.Bytes.Span.Trim("\r\n"u8).ContainsAny((byte)'\r', (byte)'\n') && PartialObject.Read(head.Bytes) is { IsCutOff: true, HasTitle: true }
            ? new FormatMatch(0.4, "begins with a long JSON object that has a title")
            : FormatMatch.None("no line is a JSON object with a title");

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.TrimStart(" \t"u8).IsEmpty;
}
