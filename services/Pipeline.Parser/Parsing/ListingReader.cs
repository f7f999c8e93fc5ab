using Pipeline.Parser.Parsing.ArxivAtom;
using Pipeline.Parser.Parsing.ArxivFeed;
using Pipeline.Parser.Parsing.Atom;
using Pipeline.Parser.Parsing.Bytes;
using Pipeline.Parser.Parsing.Dblp;
using Pipeline.Parser.Parsing.Detection;
using Pipeline.Parser.Parsing.HuggingFaceJson;
using Pipeline.Parser.Parsing.Jats;
using Pipeline.Parser.Parsing.JsonLines;
using Pipeline.Parser.Parsing.OaiPmh;
using Pipeline.Parser.Parsing.Papers;
using Pipeline.Parser.Parsing.PubMed;
using Pipeline.Parser.Parsing.Rdf;
using Pipeline.Parser.Parsing.Rss;
using Pipeline.Parser.Parsing.TextCapture;

namespace Pipeline.Parser.Parsing;

/// <summary>Finds the format of a listing and reads it.</summary>
public sealed class ListingReader
{
    /// <summary>Version of the Parser: changes whenever equal bytes may give other papers.</summary>
    public const string Version = "listings/1";

    private readonly IReadOnlyList<IListingFormat> _formats;

    /// <summary>Creates a reader that knows every format of this version.</summary>
    public ListingReader()
        : this(
        [
            new TextCaptureFormat(),
            new JsonLinesFormat(),
            new HuggingFaceJsonFormat(),
            new ArxivAtomFormat(),
            new ArxivFeedFormat(),
            new OaiPmhFormat(),
            new AtomFormat(),
            new RssFormat(),
            new RdfFormat(),
            new PubMedFormat(),
            new DblpFormat(),
            new JatsFormat(),
        ])
    {
    }

    internal ListingReader(IReadOnlyList<IListingFormat> formats) => _formats = formats;

    /// <summary>Names of the formats, in the order they are tried.</summary>
    public IEnumerable<string> Formats => _formats.Select(format => format.Name);

    /// <summary>Looks at the beginning of a listing and opens it, or refuses it with a reason.</summary>
    /// <param name="content">The bytes from their start; need not be seekable. Stays open; the entries are read from it.</param>
    /// <param name="name">File name or address.</param>
    /// <param name="format">Name of the format to read it as; null detects it.</param>
    /// <param name="cancellationToken">Stops the wait for the first bytes.</param>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public async Task<ListingReading> OpenAsync(Stream content, string name, string? format, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(name);

        var head = await HeadStream.PeekAsync(content, name, cancellationToken);
        var look = ContentLook.Of(head.Bytes.Span);
        if (look.NeverText)
        {
            return ListingReading.Refused(Refusals.Unreadable(look, Formats));
        }

        return format is null ? Detect(head, look, content) : Find(format, head, content);
    }

    private ListingReading Find(string format, ListingHead head, Stream content)
        => _formats.FirstOrDefault(known => known.Name.Equals(format, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Read(found, head, content)
            : ListingReading.Refused(Refusals.UnknownFormat(format, Formats));

    private ListingReading Detect(ListingHead head, ContentLook look, Stream content)
    {
        var tried = _formats.Select(format => (Format: format, Match: format.Detect(head))).ToList();
        var best = tried.MaxBy(attempt => attempt.Match.Confidence);
        return best.Match.Confidence > 0
            ? Read(best.Format, head, content)
            : ListingReading.Refused(Refusals.NoneFits(look, tried.Select(attempt => (attempt.Format.Name, attempt.Match.Reason))));
    }

    private static ListingReading Read(IListingFormat format, ListingHead head, Stream content)
        => ListingReading.Opened(format.Name, ListingSequence.RankAsync(format.Authority, token => format.ReadAsync(new HeadStream(head, content), token)));
}
