using Pipeline.BuildingBlocks.Listings;

namespace Pipeline.BuildingBlocks.Sources;

/// <summary>Collects from the stores what <see cref="Coverage"/> judges.</summary>
public sealed class CoverageReader(ISourceStore sources, IFetchRunStore runs, IListingStore listings, TimeProvider time)
{
    // Runs of a source that have not ended are few and new: a schedule waits for its last, a backfill goes part by part.
    private const int NewestRuns = 100;

    /// <summary>Judges the days from <paramref name="first"/> to <paramref name="last"/>, in order.</summary>
    public async Task<IReadOnlyList<DayCoverage>> ReadAsync(
        SourceDefinition source, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var answers = await sources.ListAnswersAsync(source.Id, first, last, cancellationToken);
        var newest = await runs.ListAsync(source.Id, cause: null, after: null, NewestRuns, cancellationToken);
        var facts = new CoverageFacts(
            source,
            answers,
            await FindAsync(answers, cancellationToken),
            [.. newest.Where(run => !run.HasEnded)],
            time.GetUtcNow());
        return Coverage.Of(facts, first, last);
    }

    private async Task<Dictionary<string, Listing>> FindAsync(IEnumerable<DayAnswer> answers, CancellationToken cancellationToken)
    {
        var ids = answers.SelectMany(answer => answer.ListingIds).ToHashSet(StringComparer.Ordinal);
        var found = await listings.FindManyAsync(ids, cancellationToken);
        return found.ToDictionary(listing => listing.Id, StringComparer.Ordinal);
    }
}
