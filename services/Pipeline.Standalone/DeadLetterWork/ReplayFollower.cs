using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Failures;

namespace Pipeline.Standalone.DeadLetterWork;

/// <summary>Watches replayed messages until each went well, failed again, or nothing moves any more.</summary>
internal sealed class ReplayFollower(IFailureStore store, IOptions<StandaloneOptions> options, TimeProvider time)
{
    private const int Page = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits.</summary>
    /// <param name="asked">The messages.</param>
    /// <param name="report">Told how many are over.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task<ReplayOutcome> WaitAsync(IReadOnlyCollection<Guid> asked, Action<int> report, CancellationToken cancellationToken)
    {
        var over = new List<FailedMessage>();
        var open = await ReadAsync([.. asked], cancellationToken);
        var since = time.GetTimestamp();
        while (true)
        {
            var now = await ReadAsync([.. open.Select(failure => failure.Id)], cancellationToken);
            if (now.Zip(open).Any(pair => pair.First.Sequence != pair.Second.Sequence) || now.Count != open.Count)
            {
                since = time.GetTimestamp();
            }

            over.AddRange(now.Where(IsOver));
            open = [.. now.Where(failure => !IsOver(failure))];
            report(over.Count);
            if (open.Count == 0 || time.GetElapsedTime(since) >= options.Value.StallTimeout)
            {
                return new([.. over, .. open]);
            }

            // Other processes may work them off; the store says how they fared.
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    // One that waits after a failure waits for a dependency: how long, nobody knows.
    private static bool IsOver(FailedMessage failure)
        => failure.State is FailureState.Dead || failure.HasEnded || (failure.State == FailureState.Waiting && failure.Acts[^1].What == "failed");

    private async Task<List<FailedMessage>> ReadAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var read = new List<FailedMessage>();
        foreach (var page in ids.Chunk(Page))
        {
            read.AddRange(await store.ListAsync(new() { Ids = page }, page.Length, cancellationToken));
        }

        return [.. read.OrderBy(failure => failure.Id)];
    }
}

/// <summary>How replayed messages fared.</summary>
/// <param name="All">The messages, those first that are over.</param>
internal sealed record ReplayOutcome(IReadOnlyList<FailedMessage> All)
{
    /// <summary>In one line.</summary>
    public string Describe()
    {
        int Count(params FailureState[] states) => All.Count(failure => states.Contains(failure.State));
        var waiting = Count(FailureState.Waiting, FailureState.Sent);
        return $"Replayed {All.Count}: {Count(FailureState.Replayed)} went well, {Count(FailureState.Dead)} failed again"
            + (waiting > 0 ? $", {waiting} still wait." : ".");
    }
}
