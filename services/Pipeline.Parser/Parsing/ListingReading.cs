using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Parsing;

/// <summary>A listing opened for reading, or the reason why it cannot be read.</summary>
public sealed class ListingReading
{
    private ListingReading(string? format, SourceAuthority authority, string? refusal, IAsyncEnumerable<ListingEntry> entries)
        => (Format, Authority, Refusal, Entries) = (format, authority, refusal, entries);

    /// <summary>Name of the format it is read as; null when it was refused.</summary>
    public string? Format { get; }

    /// <summary>How close the listing is to the record of its papers; the lowest when it was refused.</summary>
    public SourceAuthority Authority { get; }

    /// <summary>Why it was refused: what it looks like, what was tried, what to do; one line. Null when it can be read.</summary>
    public string? Refusal { get; }

    /// <summary>Its entries, read as they are asked for, once; none when it was refused. Papers are ranked from 1, each comes once.</summary>
    public IAsyncEnumerable<ListingEntry> Entries { get; }

    internal static ListingReading Opened(string format, SourceAuthority authority, IAsyncEnumerable<ListingEntry> entries)
        => new(format, authority, null, entries);

    internal static ListingReading Refused(string reason) => new(null, default, reason, AsyncEnumerable.Empty<ListingEntry>());
}
