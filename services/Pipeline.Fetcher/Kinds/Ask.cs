using Pipeline.BuildingBlocks.Listings;
using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Kinds;

/// <summary>One question to a source.</summary>
/// <param name="Address">Where to ask.</param>
/// <param name="Form">What the answer must look like.</param>
/// <param name="Inspect">Reads what the Fetcher must know out of the archived answer; throws when it is no answer.</param>
internal sealed record Ask<T>(Uri Address, AnswerForm Form, Func<Stream, CancellationToken, ValueTask<T>> Inspect)
{
    /// <summary>Whether to ask only for what changed since last time.</summary>
    public bool IfChanged { get; init; }

    /// <summary>Whether an answer lists papers; one that does not is archived, but is no listing.</summary>
    public Func<T, bool> Lists { get; init; } = _ => true;

    /// <summary>Reads what went wrong out of a refusal.</summary>
    public Func<ReadOnlyMemory<byte>, string?>? ErrorWords { get; init; }
}

/// <summary>An answer that was taken in.</summary>
/// <param name="Page">What was read out of it.</param>
/// <param name="Listing">The listing it is; null when it lists nothing.</param>
/// <param name="Unchanged">Whether it is the same as last time.</param>
internal sealed record Taken<T>(T Page, Listing? Listing, bool Unchanged)
{
    /// <summary>1 when it is the same as last time, else 0.</summary>
    public int UnchangedCount => Unchanged ? 1 : 0;

    /// <summary>Key of its listing, in a list; empty when it lists nothing.</summary>
    public IReadOnlyList<string> ListingIds => Listing is null ? [] : [Listing.Id];
}
