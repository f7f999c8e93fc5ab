using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Testing;

namespace Pipeline.Chaos.Checks;

/// <summary>Reads from store and broker what there is at the end.</summary>
public sealed class FactReader(WorkerFleet fleet, EventListener listener)
{
    private const int MostFailures = 100_000;
    private const int LogPage = 500;
    private static readonly FailureState[] Open = [FailureState.Waiting, FailureState.Sent, FailureState.Dead];

    private IFailureStore Failures => fleet.Services.GetRequiredService<IFailureStore>();

    /// <summary>Everything.</summary>
    public async Task<ChaosFacts> ReadAsync(CancellationToken cancellationToken)
    {
        var papers = new List<StoredPaper>();
        await foreach (var paper in fleet.Papers.QueryAsync(new PaperQuery(), cancellationToken))
        {
            papers.Add(new(paper.Id, paper.Revision, paper.Claims?.Revision, paper.Topics?.Revision, paper.Enriched?.Revision));
        }

        var open = await Failures.ListAsync(new() { States = Open }, MostFailures, cancellationToken);
        return new(
            papers,
            listener.All,
            await ReadLogAsync(cancellationToken),
            [.. open.Select(failure => new OpenFailure(failure.PaperId, failure.Stage, failure.State == FailureState.Dead, failure.Reason))],
            await BrokerNames.CountSetAsideAsync(fleet.Name, cancellationToken));
    }

    /// <summary>Whether nothing moves any more: what is missing is missing because of dead letters, and no message waits anywhere.</summary>
    /// <param name="papers">Papers that were fed.</param>
    /// <param name="dead">Papers whose messages are to be dead letters.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task<bool> IsSettledAsync(int papers, int dead, CancellationToken cancellationToken)
    {
        var all = await fleet.Papers.SummariseAsync(listingId: null, cancellationToken);
        if (all.Papers != papers || all.Pending != dead || listener.Distinct < papers - dead)
        {
            return false;
        }

        var letters = await Failures.ListAsync(new() { States = Open }, MostFailures, cancellationToken);
        return letters.All(letter => letter.State == FailureState.Dead)
            && letters.Select(letter => letter.PaperId).Distinct(StringComparer.Ordinal).Count() == dead
            && await BrokerNames.CountWaitingAsync(fleet.Name, cancellationToken) == 0
            && await BrokerNames.CountSetAsideAsync(fleet.Name, cancellationToken) == 0;
    }

    private async Task<IReadOnlyList<LoggedChange>> ReadLogAsync(CancellationToken cancellationToken)
    {
        var log = fleet.Services.GetRequiredService<IChangeLog>();
        var read = new List<LoggedChange>();
        ChangePage page;
        do
        {
            page = await log.ReadAsync(read.Count == 0 ? 0 : read[^1].Sequence, ChangeFilter.All, LogPage, cancellationToken);
            read.AddRange(page.Changes.Select(change => new LoggedChange(change.Sequence, change.EventId.ToString())));
        }
        while (page.Changes.Count == LogPage);
        return read;
    }

    /// <summary>Messages that failed, in all, by what became of them.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountFailuresAsync(CancellationToken cancellationToken)
        => (await Failures.GroupAsync(new(), cancellationToken))
            .GroupBy(group => $"{group.State}, {group.Cause}", StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Sum(group => group.Count), StringComparer.Ordinal);
}
