using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Parsing;

/// <summary>One form a listing can have: a detector and a reader.</summary>
public interface IListingFormat
{
    /// <summary>Short name, as on the command line: <c>text-capture</c>.</summary>
    string Name { get; }

    /// <summary>How close such a listing is to the record of a paper; its reader stamps it on every paper.</summary>
    SourceAuthority Authority { get; }

    /// <summary>Says how sure it is that a listing has this form, by its first bytes and its name. Never throws.</summary>
    FormatMatch Detect(ListingHead head);

    /// <summary>
    /// Reads entry by entry, in time linear in the content and in bounded memory. The same paper may come twice.
    /// Content that breaks off ends with one <see cref="ListingEntry.Broken"/>; everything before it is kept.
    /// </summary>
    /// <exception cref="IOException">The stream could not be read; nothing the content holds makes it throw.</exception>
    IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken);
}
