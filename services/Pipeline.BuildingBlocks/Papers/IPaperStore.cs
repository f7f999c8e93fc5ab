namespace Pipeline.BuildingBlocks.Papers;

/// <summary>The papers. Two implementations, MongoDB and SQLite, keep the same promises and pass the same tests.</summary>
/// <remarks>
/// Every write is idempotent and atomic per paper. A method that returns has made its effect durable.
/// When the store cannot be reached, methods throw the driver's exception: the caller retries.
/// </remarks>
public interface IPaperStore
{
    /// <summary>Merges papers of one listing by <see cref="PaperMerge"/>; found again by id or, failing that, by any alias.</summary>
    /// <returns>One outcome a paper, in the order given.</returns>
    Task<IReadOnlyList<UpsertOutcome>> UpsertAsync(Observation observation, IReadOnlyList<ParsedPaper> papers, CancellationToken cancellationToken);

    /// <summary>Writes claim sections, each only while its paper stands at the section's revision, and completes revisions.</summary>
    /// <returns>One outcome a write, in the order given.</returns>
    Task<IReadOnlyList<SectionOutcome>> SaveClaimsAsync(IReadOnlyList<SectionWrite<ClaimsSection>> writes, CancellationToken cancellationToken);

    /// <summary>Writes topic sections, each only while its paper stands at the section's revision, and completes revisions.</summary>
    /// <returns>One outcome a write, in the order given.</returns>
    Task<IReadOnlyList<SectionOutcome>> SaveTopicsAsync(IReadOnlyList<SectionWrite<TopicsSection>> writes, CancellationToken cancellationToken);

    /// <summary>
    /// Takes papers that have waited for a stage since before their sweep time, and sets that time ahead by
    /// <paramref name="delay"/> doubled for each earlier sweep, so that a second caller does not take the same.
    /// </summary>
    /// <param name="now">Papers whose sweep time lies at or before this are taken.</param>
    /// <param name="delay">Wait before a paper is taken for the second time.</param>
    /// <param name="limit">Most papers to take, from 1.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task<IReadOnlyList<PendingPaper>> TakePendingAsync(DateTimeOffset now, TimeSpan delay, int limit, CancellationToken cancellationToken);

    /// <summary>Counts papers that lack a stage at their current revision.</summary>
    /// <param name="listingId">Only papers seen in this listing; null counts all.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task<long> CountPendingAsync(string? listingId, CancellationToken cancellationToken);

    /// <summary>Sums up the papers seen in one listing, or all papers.</summary>
    Task<PaperSummary> SummariseAsync(string? listingId, CancellationToken cancellationToken);

    /// <summary>Finds a paper by its key or any alias.</summary>
    /// <returns>The paper, or null when none has that key.</returns>
    Task<EnrichedPaper?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Streams papers, as <see cref="PaperQuery"/> asks.</summary>
    IAsyncEnumerable<EnrichedPaper> QueryAsync(PaperQuery query, CancellationToken cancellationToken);

    /// <summary>Streams claims, as <see cref="ClaimQuery"/> asks.</summary>
    IAsyncEnumerable<ClaimHit> SearchClaimsAsync(ClaimQuery query, CancellationToken cancellationToken);
}

/// <summary>What a listing did to a paper.</summary>
public enum PaperChange
{
    /// <summary>This listing introduced the paper.</summary>
    New,

    /// <summary>This listing gave a known paper its current title and abstract.</summary>
    Changed,

    /// <summary>Title and abstract stayed as they were, or a later observation stands.</summary>
    Unchanged,
}

/// <summary>Where a paper stands after <see cref="IPaperStore.UpsertAsync"/>; the same when the call is repeated.</summary>
/// <param name="PaperId">Key of the stored paper; another than the listed one when it was found by an alias.</param>
/// <param name="Change">What the listing did.</param>
/// <param name="Revision">Current revision.</param>
/// <param name="Title">Current title.</param>
/// <param name="Abstract">Current abstract.</param>
/// <param name="Pending">Whether a stage is missing at the current revision.</param>
public sealed record UpsertOutcome(string PaperId, PaperChange Change, string Revision, string Title, string Abstract, bool Pending);

/// <summary>A section on its way to its paper.</summary>
/// <param name="PaperId">Key of the paper.</param>
/// <param name="Section">The section; its revision is the guard.</param>
public sealed record SectionWrite<TSection>(string PaperId, TSection Section);

/// <summary>What became of a section.</summary>
public enum SectionState
{
    /// <summary>It stands in the store, from this call or an earlier one.</summary>
    Saved,

    /// <summary>The paper has moved to another revision, or is gone; nothing was written.</summary>
    Superseded,

    /// <summary>The store will never take it; nothing was written. <see cref="SectionOutcome.Reason"/> says why.</summary>
    Refused,
}

/// <summary>What became of a section, and whether its write completed the revision.</summary>
/// <param name="State">What became of it.</param>
/// <param name="Completed">
/// The completion to publish, when the paper is complete at this revision and this stage's write completed it; else null.
/// The same again when the call is repeated.
/// </param>
/// <param name="Reason">Why it was refused; null otherwise.</param>
public sealed record SectionOutcome(SectionState State, Completion? Completed = null, string? Reason = null);

/// <summary>A paper that lacks a stage.</summary>
/// <param name="PaperId">Key of the paper.</param>
/// <param name="Revision">Current revision.</param>
/// <param name="Title">Current title.</param>
/// <param name="Abstract">Current abstract.</param>
/// <param name="NeedsClaims">Whether claims at this revision are missing.</param>
/// <param name="NeedsTopics">Whether topics at this revision are missing.</param>
public sealed record PendingPaper(string PaperId, string Revision, string Title, string Abstract, bool NeedsClaims, bool NeedsTopics);

/// <summary>Counts over papers.</summary>
/// <param name="Papers">Papers in all.</param>
/// <param name="Pending">Of these, papers that lack a stage.</param>
/// <param name="Claims">Claims of all of them.</param>
/// <param name="WithTopics">Papers with at least one topic.</param>
public sealed record PaperSummary(long Papers, long Pending, long Claims, long WithTopics);
