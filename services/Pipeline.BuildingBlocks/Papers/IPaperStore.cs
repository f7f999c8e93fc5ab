namespace Pipeline.BuildingBlocks.Papers;

/// <summary>The papers. Two implementations, MongoDB and SQLite, keep the same promises and pass the same tests.</summary>
/// <remarks>
/// Every write is idempotent and atomic per paper. A method that returns has made its effect durable.
/// When the store cannot be reached, methods throw the driver's exception: the caller retries.
/// </remarks>
public interface IPaperStore
{
    /// <summary>
    /// Merges papers of one listing by <see cref="PaperMerge"/> into those <see cref="SamePapers"/> chooses among all that
    /// share a key. A paper stands under the best of its keys: it moves when a better one comes, and papers that turn out
    /// to be one become one, with everything of all. A result of a stage that is on its way to a former key is superseded.
    /// </summary>
    /// <returns>One outcome a paper, in the order given.</returns>
    Task<IReadOnlyList<UpsertOutcome>> UpsertAsync(Observation observation, IReadOnlyList<ParsedPaper> papers, CancellationToken cancellationToken);

    /// <summary>Marks papers withdrawn that a listing says are gone, as <see cref="PaperMerge.Withdraw"/> decides.</summary>
    /// <param name="observation">The listing.</param>
    /// <param name="authority">How close the listing is to the papers' record.</param>
    /// <param name="keys">Keys or aliases of the papers.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>One outcome a known paper, in the order of the keys; none for a key that no paper has.</returns>
    Task<IReadOnlyList<UpsertOutcome>> WithdrawAsync(
        Observation observation, SourceAuthority authority, IReadOnlyList<string> keys, CancellationToken cancellationToken);

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

    /// <summary>Finds papers by their keys or any aliases, as <see cref="FindAsync"/> does, in one read.</summary>
    /// <returns>The papers by the keys asked for; without those that no paper has.</returns>
    Task<IReadOnlyDictionary<string, EnrichedPaper>> FindManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken);

    /// <summary>Streams papers, as <see cref="PaperQuery"/> asks.</summary>
    IAsyncEnumerable<EnrichedPaper> QueryAsync(PaperQuery query, CancellationToken cancellationToken);

    /// <summary>Counts papers by topic and period, as <see cref="TopicCountQuery"/> asks.</summary>
    /// <returns>Topics by id in ordinal order, each with its periods in order of time; none without a paper.</returns>
    Task<IReadOnlyList<TopicCount>> CountTopicsAsync(TopicCountQuery query, CancellationToken cancellationToken);

    /// <summary>Streams claims, as <see cref="ClaimQuery"/> asks.</summary>
    IAsyncEnumerable<ClaimHit> SearchClaimsAsync(ClaimQuery query, CancellationToken cancellationToken);
}

/// <summary>What a listing did to a paper.</summary>
public enum PaperChange
{
    /// <summary>This listing introduced the paper.</summary>
    New,

    /// <summary>This listing changed a known paper's title or abstract to what they are.</summary>
    Changed,

    /// <summary>Title and abstract stayed as they were, or a surer observation stands.</summary>
    Unchanged,
}

/// <summary>Where a paper stands after <see cref="IPaperStore.UpsertAsync"/>; the same when the call is repeated.</summary>
/// <param name="PaperId">Key of the stored paper; another than the listed one when it was found by an alias.</param>
/// <param name="Change">What the listing did.</param>
/// <param name="Revision">Current revision.</param>
/// <param name="Title">Current title.</param>
/// <param name="Abstract">Current abstract.</param>
/// <param name="Pending">Whether a stage is missing at the current revision.</param>
public sealed record UpsertOutcome(string PaperId, PaperChange Change, string Revision, string Title, string Abstract, bool Pending)
{
    /// <summary>Former keys of the paper that this listing made aliases; empty when it moved none.</summary>
    public IReadOnlyList<string> Joined { get; init; } = [];

    /// <summary>
    /// The completion that came along from a former key, to be announced under this one; null where the listing moved
    /// nothing, and while a stage is missing.
    /// </summary>
    public Completion? Moved { get; init; }

    /// <summary>Whether it was this listing that withdrew the paper, and it still is.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>What a listing did to a paper, read off the paper as it is stored.</summary>
    public static UpsertOutcome Of(EnrichedPaper paper, Observation observation)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(observation);

        var change = paper.FirstListingId == observation.ListingId ? PaperChange.New
            : paper.ContentListingId == observation.ListingId ? PaperChange.Changed
            : PaperChange.Unchanged;
        IReadOnlyList<string> joined = [.. paper.Joins.Where(join => join.ListingId == observation.ListingId).Select(join => join.FormerId)];
        return new(paper.Id, change, paper.Revision, paper.Title, paper.Abstract, paper.Pending)
        {
            Joined = joined,
            Moved = joined.Count > 0 && !paper.Pending && paper.Enriched?.Revision == paper.Revision ? paper.Enriched : null,
            Withdrawn = paper.State == PaperState.Withdrawn && paper.WithdrawnBy == observation.ListingId,
        };
    }

    /// <summary>Whether two outcomes say the same, former keys included.</summary>
    public bool Equals(UpsertOutcome? other)
        => other is not null
            && (PaperId, Change, Revision, Title, Abstract, Pending, Withdrawn, Moved)
                == (other.PaperId, other.Change, other.Revision, other.Title, other.Abstract, other.Pending, other.Withdrawn, other.Moved)
            && Joined.SequenceEqual(other.Joined, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(PaperId, Change, Revision, Pending, Withdrawn);
}

/// <summary>A section on its way to its paper.</summary>
/// <param name="PaperId">Key of the paper.</param>
/// <param name="Section">The section; its revision is the guard.</param>
public sealed record SectionWrite<TSection>(string PaperId, TSection Section)
{
    /// <summary>How the section came about, for the paper's timeline.</summary>
    public StageAttempt Attempt { get; init; } = new();
}

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
public sealed record SectionOutcome(SectionState State, Completion? Completed = null, string? Reason = null)
{
    /// <summary>The paper that this very call took off the waiting ones; null otherwise, and when the call is repeated. Not part of what is compared.</summary>
    public FinishedPaper? Finished { get; init; }

    /// <summary>Whether two outcomes say the same.</summary>
    public bool Equals(SectionOutcome? other)
        => other is not null && (State, Completed, Reason) == (other.State, other.Completed, other.Reason);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(State, Completed, Reason);
}

/// <summary>A paper that no longer waits for any stage.</summary>
/// <param name="PublishedAt">When it was published; null when no source says.</param>
public sealed record FinishedPaper(DateTimeOffset? PublishedAt);

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
