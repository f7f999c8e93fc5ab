using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Parsing;

/// <summary>One step through a listing: a paper, something that is none, or the point where it breaks off.</summary>
public abstract record ListingEntry
{
    private ListingEntry()
    {
    }

    /// <summary>A paper.</summary>
    /// <param name="Paper">The paper, its texts well-formed and within the limits of <see cref="PaperText"/>.</param>
    public sealed record Listed(ParsedPaper Paper) : ListingEntry;

    /// <summary>A source says that a paper is gone, and gives no more than its key: a deleted record of OAI-PMH.</summary>
    /// <param name="Key">Key of the paper, in a form of <see cref="PaperIdentity"/>.</param>
    public sealed record Withdrawn(string Key) : ListingEntry;

    /// <summary>Something that should have been a paper; reading goes on behind it.</summary>
    /// <param name="Rejection">Where it stands and what is wrong.</param>
    public sealed record Rejected(Rejection Rejection) : ListingEntry;

    /// <summary>The content breaks off; the last entry of its listing.</summary>
    /// <param name="Reason">What is wrong and what to do, one line.</param>
    /// <param name="Where">Where: for example <c>entry 3</c>.</param>
    public sealed record Broken(string Reason, string Where) : ListingEntry;

    internal static ListingEntry Reject(string where, string reason)
        => new Rejected(new Rejection { Where = where, Reason = reason });
}
