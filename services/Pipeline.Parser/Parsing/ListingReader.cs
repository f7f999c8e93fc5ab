using System.Runtime.CompilerServices;
using Pipeline.Parser.Parsing.Bytes;
using Pipeline.Parser.Parsing.Detection;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing;

/// <summary>Finds the format of a listing and reads it.</summary>
public sealed class ListingReader
{
    /// <summary>Version of the Parser: changes whenever equal bytes may give other papers.</summary>
    public const string Version = "listings/3";

    private readonly IReadOnlyList<IListingFormat> _formats;

    /// <summary>Creates a reader that knows every format of this version.</summary>
    public ListingReader()
        : this(ListingFormats.All)
    {
    }

    internal ListingReader(IReadOnlyList<IListingFormat> formats) => _formats = formats;

    /// <summary>Names of the formats, in the order they are tried.</summary>
    public IEnumerable<string> Formats => _formats.Select(format => format.Name);

    /// <summary>Looks at the beginning of a listing and opens it, or refuses it with a reason.</summary>
    /// <param name="content">
    /// The bytes from their start, also packed with gzip or in UTF-16 or UTF-32; need not be seekable. Stays open; the entries are read from it.
    /// </param>
    /// <param name="name">File name or address.</param>
    /// <param name="format">Name of the format to read it as; null detects it.</param>
    /// <param name="cancellationToken">Stops the wait for the first bytes.</param>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public async Task<ListingReading> OpenAsync(Stream content, string name, string? format, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(name);

        var opened = await ListingContent.OpenAsync(content, name, cancellationToken);
        var reading = Choose(opened, format);
        if (reading.Refusal is not { } refusal)
        {
            return reading;
        }

        await opened.DisposeAsync();
        return opened is { Head.Bytes.IsEmpty: false, Fault: { } fault } ? ListingReading.Refused(Refusals.CutShort(refusal, fault)) : reading;
    }

    private ListingReading Choose(ListingContent content, string? format)
    {
        if (content is { Head.Bytes.IsEmpty: true, Fault: { } fault })
        {
            return ListingReading.Refused(Refusals.Packed(fault));
        }

        var look = ContentLook.Of(content.Head.Bytes.Span);
        return look.NeverText ? ListingReading.Refused(Refusals.Unreadable(look, Formats))
            : format is null ? Detect(content, look)
            : Find(format, content, look);
    }

    // A login page in the place of a list must not pass for an empty one, whatever it is to be read as.
    private ListingReading Find(string format, ListingContent content, ContentLook look)
        => _formats.FirstOrDefault(known => known.Name.Equals(format, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Read(found, content, look.IsPage && found.Detect(content.Head).Confidence <= 0 ? Refusals.NothingRead(look, found.Name) : null)
            : ListingReading.Refused(Refusals.UnknownFormat(format, Formats));

    private ListingReading Detect(ListingContent content, ContentLook look)
    {
        var tried = _formats.Select(format => (Format: format, Match: format.Detect(content.Head))).ToList();
        var best = tried.MaxBy(attempt => attempt.Match.Confidence);
        return best.Match.Confidence > 0
            ? Read(best.Format, content, whenEmpty: null)
            : ListingReading.Refused(Refusals.NoneFits(look, tried.Select(attempt => (attempt.Format.Name, attempt.Match.Reason))));
    }

    private static ListingReading Read(IListingFormat format, ListingContent content, string? whenEmpty)
        => ListingReading.Opened(
            format.Name, format.Authority, ListingSequence.RankAsync(format.Authority, token => ReadAsync(format, content, whenEmpty, token)));

    // Where the content was cut short, that is the reason, whatever the format makes of its end.
    private static async IAsyncEnumerable<ListingEntry> ReadAsync(
        IListingFormat format, ListingContent content, string? whenEmpty, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var _ = content;
        ListingEntry.Broken? end = null;
        await foreach (var entry in format.ReadAsync(content.Open(), cancellationToken))
        {
            if (entry is ListingEntry.Broken broken)
            {
                end = broken;
            }
            else
            {
                whenEmpty = entry is ListingEntry.Rejected ? whenEmpty : null;
                yield return entry;
            }
        }

        end = content.Fault is { } fault ? new(fault, end?.Where ?? "the end")
            : end is null && whenEmpty is not null ? new(whenEmpty, "the page")
            : end;
        if (end is not null)
        {
            yield return end;
        }
    }
}
