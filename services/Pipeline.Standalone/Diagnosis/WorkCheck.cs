using System.Globalization;
using System.Runtime.CompilerServices;
using Pipeline.Api.Sources;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Diagnosis;

/// <summary>What the pipeline has to do: its sources, what waits for each stage, what failed, and who is told.</summary>
internal sealed class WorkCheck(
    IStoreInspection store, IBacklog backlog, IFailureStore failures, ISubscriptionStore subscriptions, SourceOverview sources, TimeProvider time) : ICheck
{
    // One or two mean nothing: the other side may just be starting anew.
    private const int FewFailures = 3;

    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(15);

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!await IsPreparedAsync(cancellationToken))
        {
            yield break;
        }

        await foreach (var source in sources.ReadAsync(int.MaxValue, cancellationToken))
        {
            yield return Judge(source);
        }

        foreach (var stage in await backlog.MeasureAsync(cancellationToken))
        {
            yield return Judge(stage, time.GetUtcNow());
        }

        var open = await failures.GroupAsync(new() { States = [FailureState.Dead, FailureState.Waiting, FailureState.Sent] }, cancellationToken);
        yield return JudgeFailures(
            dead: open.Where(group => group.State == FailureState.Dead).Sum(group => group.Count),
            retried: open.Where(group => group.State != FailureState.Dead).Sum(group => group.Count));

        foreach (var subscription in await subscriptions.ListAsync(cancellationToken))
        {
            yield return Judge(subscription);
        }
    }

    /// <summary>Judges a subscription. One that its reader ended, or a person paused, is as it should be.</summary>
    internal static Finding Judge(Subscription subscription)
    {
        var delivered = subscription.DeliveredAt is { } at ? $"last delivered {DayText.Utc(at)}" : "nothing was delivered yet";
        var text = $"{subscription.Name}: {subscription.State.ToString().ToLowerInvariant()}, {delivered}";
        return subscription switch
        {
            { State: SubscriptionState.Disabled } when !DigestConsent.IsEnded(subscription) => Finding.Warning(
                "subscription", $"{text}; it was given up: {subscription.Reason}",
                $"See: subscriptions log {subscription.Id:D} --failed. Remove the cause, then: subscriptions resume {subscription.Id:D}"),
            { Failures: >= FewFailures, FailingSince: { } since } => Finding.Warning(
                "subscription", string.Create(CultureInfo.InvariantCulture, $"{text}; {subscription.Failures} attempts failed since {DayText.Utc(since)}"),
                $"See: subscriptions log {subscription.Id:D} --failed"),
            _ => Finding.Ok("subscription", text),
        };
    }

    /// <summary>Judges a source.</summary>
    internal static Finding Judge(SourceLine source)
    {
        var last = source.LastRun is { EndedAt: { } ended } ? $"last run ended {DayText.Utc(ended)}" : "no run has ended";
        var next = source.NextSlot is { } slot ? $", due {DayText.Local(slot, source.TimeZone)}" : "";
        var text = $"{source.Id}: {last}{next}";
        return source.State == SourceState.Failing
            ? Finding.Warning("source", $"{text}; it fails: {source.Reason}", $"See: sources runs {source.Id}")
            : Finding.Ok("source", text);
    }

    /// <summary>Judges what waits for a stage.</summary>
    internal static Finding Judge(StageBacklog stage, DateTimeOffset now)
    {
        var what = stage.Stage == StageNames.Parse ? "listings" : "papers";
        var text = string.Create(CultureInfo.InvariantCulture, $"{stage.Stage}: {stage.Waiting} {what} wait");
        return stage.Oldest is { } oldest && now - oldest > LongWait
            ? Finding.Warning(
                "waiting", string.Create(CultureInfo.InvariantCulture, $"{text}, the oldest since {oldest.UtcDateTime:yyyy-MM-dd HH:mm} UTC"),
                "Start serve, or the workers; if they run, see their logs.")
            : Finding.Ok("waiting", text);
    }

    /// <summary>Judges what failed and is not over.</summary>
    internal static Finding JudgeFailures(long dead, long retried)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{dead} dead letters, {retried} messages to be tried again");
        return dead > 0
            ? Finding.Warning("failures", text, "See: deadletters list. Remove the cause, then: deadletters replay")
            : Finding.Ok("failures", text);
    }

    // What is wrong with the store itself was said already.
    private async Task<bool> IsPreparedAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await store.InspectAsync(cancellationToken)).Missing.Count == 0;
        }
        catch (StoreUnusableException)
        {
            return false;
        }
    }
}
