using System.Buffers;
using System.Runtime.CompilerServices;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Bytes;

namespace Pipeline.Parser.Parsing.Bibtex;

/// <summary>BibTeX, as reference managers and publishers export it.</summary>
/// <remarks>The grammar: https://www.ctan.org/pkg/bibtex (btxdoc), read leniently.</remarks>
internal sealed class BibtexFormat : IListingFormat
{
    private const int MaxEntryBytes = 1024 * 1024;
    private const int EntriesLookedAt = 5;

    private static readonly SearchValues<char> NotInKeys = SearchValues.Create(" \t\r\n:;{}=");

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "article", "book", "booklet", "inbook", "incollection", "inproceedings", "conference", "manual", "mastersthesis", "misc", "phdthesis",
        "proceedings", "techreport", "unpublished", "online", "electronic", "report", "thesis", "dataset", "software", "collection", "patent",
        "string", "comment", "preamble",
    };

    public string Name => "bibtex";

    public SourceAuthority Authority => SourceAuthority.Index;

    /// <summary>Sure when an entry of a known type is there, less so for other types.</summary>
    public FormatMatch Detect(ListingHead head)
    {
        var window = ByteWindow.Over(head);
        if (window.Pending.Span.TrimStart(" \t\r\n"u8) is [(byte)'<' or (byte)'{' or (byte)'[', ..])
        {
            return FormatMatch.None("no line begins with @name{");
        }

        var entries = new BibtexSplitter(window, ListingHead.MaxBytes);
        for (var looked = 0; looked < EntriesLookedAt && entries.TryRead(out var entry); looked++)
        {
            var text = LooseText.Decode(entry.Bytes.Span);
            var isKnown = Types.Contains(BibtexEntryReader.TypeOf(text));
            if (isKnown || HasKey(text))
            {
                return new FormatMatch(isKnown ? 0.9 : 0.5, "a line begins an entry with @name{");
            }
        }

        // The first entry is longer than the head.
        var start = window.Pending.Span;
        return start is [(byte)'@', ..] && Types.Contains(BibtexEntryReader.TypeOf(LooseText.Decode(start[..Math.Min(start.Length, 40)])))
            ? new FormatMatch(0.5, "begins with a long entry")
            : FormatMatch.None("no line begins with @name{");
    }

    public async IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var window = new ByteWindow();
        var entries = new BibtexSplitter(window, MaxEntryBytes);
        var macros = new BibtexMacros();
        while (true)
        {
            while (entries.TryRead(out var entry))
            {
                if (ToEntry(entry, macros) is { } read)
                {
                    yield return read;
                }
            }

            if (window.Ended)
            {
                yield break;
            }

            await window.FillAsync(content, cancellationToken);
        }
    }

    // Null for what is no paper and need not be one.
    private static ListingEntry? ToEntry(RawBibtex raw, BibtexMacros macros)
    {
        var where = $"line {raw.Line}";
        switch (raw.End)
        {
            case BibtexEnd.TooLong:
                return ListingEntry.Reject(where, "longer than 1 MB, which no entry is: remove it, or close its braces.");
            case BibtexEnd.NeverClosed:
                return ListingEntry.Reject(where, "another entry begins before this one is closed: add the missing brace.");
            case BibtexEnd.CutOff:
                return new ListingEntry.Broken("the file ends in the middle of this entry: fetch it again, or close its braces.", where);
        }

        var text = LooseText.Decode(raw.Bytes.Span);
        switch (BibtexEntryReader.TypeOf(text))
        {
            case "comment" or "preamble":
                return null;
            case "string":
                macros.Define(BibtexEntryReader.Read(text, macros).Fields);
                return null;
            default:
                return BibtexPaper.ToEntry(BibtexEntryReader.Read(text, macros), where);
        }
    }

    // "@name{key," tells an entry from a rule of a style sheet.
    private static bool HasKey(string text)
    {
        var open = text.IndexOf('{', StringComparison.Ordinal);
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        return open > 0 && comma > open && !text.AsSpan(open + 1, comma - open - 1).Trim().ContainsAny(NotInKeys);
    }
}
