using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.BuildingBlocks.Reprocessing;

/// <summary>Runs that do papers again, and the papers they ask for. Every write is atomic; a method that returns has made its effect durable.</summary>
public interface IReprocessStore
{
    /// <summary>Creates a run.</summary>
    /// <returns>False when there is one with this key already; nothing is written then.</returns>
    Task<bool> TryCreateAsync(ReprocessRun run, CancellationToken cancellationToken);

    /// <summary>Finds a run.</summary>
    /// <returns>The run, or null when there is none.</returns>
    Task<ReprocessRun?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Reads runs, last created first.</summary>
    /// <param name="after">Only runs that stand after this place; null begins with the first.</param>
    /// <param name="limit">Most runs to read, from 1.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task<IReadOnlyList<ReprocessRun>> ListAsync(RunPlace? after, int limit, CancellationToken cancellationToken);

    /// <summary>Reads the runs that are running, oldest first.</summary>
    Task<IReadOnlyList<ReprocessRun>> ListRunningAsync(CancellationToken cancellationToken);

    /// <summary>Keeps what papers had before. Of two for the same revision of a paper the first stays: it was read before the stage did it again.</summary>
    Task KeepAsync(Guid id, IReadOnlyList<KeptDigest> digests, CancellationToken cancellationToken);

    /// <summary>Reads what these papers had before, as far as it is kept, in no order.</summary>
    Task<IReadOnlyList<KeptDigest>> ReadKeptAsync(Guid id, IReadOnlyList<string> paperIds, CancellationToken cancellationToken);

    /// <summary>Forgets what these papers had before.</summary>
    Task ForgetAsync(Guid id, IReadOnlyList<string> paperIds, CancellationToken cancellationToken);

    /// <summary>Forgets what is still kept for runs that have ended, because a process died or a person cancelled one.</summary>
    Task ForgetEndedAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Writes a run over the stored one, if that still stands at <see cref="ReprocessRun.Sequence"/>; its sequence becomes one
    /// higher. Cursor, counts and diff go in one statement, so that no paper is counted twice or not at all.
    /// </summary>
    /// <returns>False when it has moved on, or there is none; nothing is written then.</returns>
    Task<bool> UpdateAsync(ReprocessRun run, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a running run in hand, or keeps it there, so that one worker at a time works on it; by the store's clock. Its
    /// sequence stays.
    /// </summary>
    /// <param name="id">The run.</param>
    /// <param name="holder">Who takes it.</param>
    /// <param name="hold">How long it is held from now on when it is never given back, because its holder died.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The run as it stands; null when another holds it, or it is not running.</returns>
    Task<ReprocessRun?> TakeAsync(Guid id, Guid holder, TimeSpan hold, CancellationToken cancellationToken);

    /// <summary>Gives a run back. Does nothing when it is not this holder's any more.</summary>
    Task ReleaseAsync(Guid id, Guid holder, CancellationToken cancellationToken);

    /// <summary>Reads papers by key, as the store orders keys: one page of a walk that neither meets a paper twice nor leaves one out.</summary>
    /// <param name="selection">Which papers.</param>
    /// <param name="after">Only papers whose key comes after this one; null begins with the first.</param>
    /// <param name="limit">Most papers to read, from 1.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task<IReadOnlyList<EnrichedPaper>> FindPapersAsync(PaperSelection selection, string? after, int limit, CancellationToken cancellationToken);

    /// <summary>Counts papers.</summary>
    Task<long> CountPapersAsync(PaperSelection selection, CancellationToken cancellationToken);

    /// <summary>Reads by which version papers were done; none for a key that no paper has, in no order.</summary>
    Task<IReadOnlyList<StageStamp>> ReadStampsAsync(EnrichmentStage stage, IReadOnlyList<string> paperIds, CancellationToken cancellationToken);

    /// <summary>Reads which versions of a stage the stored sections are of, in ordinal order of their text.</summary>
    Task<IReadOnlyList<StageVersionCount>> ListVersionsAsync(EnrichmentStage stage, CancellationToken cancellationToken);
}
