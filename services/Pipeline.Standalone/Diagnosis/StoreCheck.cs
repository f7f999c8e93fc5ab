using System.Globalization;
using System.Runtime.CompilerServices;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Standalone.Diagnosis;

/// <summary>The store: reachable, prepared, and by the same clock.</summary>
internal sealed class StoreCheck(IStoreInspection store, TimeProvider time) : ICheck
{
    private const string Name = "store";
    private static readonly TimeSpan NoticeableSkew = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan HarmfulSkew = TimeSpan.FromSeconds(60);

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow();
        var (condition, trouble) = await InspectAsync(cancellationToken);
        if (condition is null)
        {
            yield return Finding.Failed(Name, trouble!, "See above; nothing else of the store was looked at.");
            yield break;
        }

        yield return condition.Missing.Count == 0
            ? Finding.Ok(Name, $"{condition.Where}, {condition.Form}")
            : Finding.Warning(Name, $"{condition.Where}, {condition.Form}: lacks {string.Join(", ", condition.Missing)}", "Start any worker, or run any other command: both prepare the store.");
        if (condition.ServerTime is { } server)
        {
            yield return JudgeClock(server - (before + ((time.GetUtcNow() - before) / 2)));
        }
    }

    /// <summary>Judges how far the store's clock is ahead of this machine's.</summary>
    internal static Finding JudgeClock(TimeSpan skew)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"the store's clock differs by {Math.Abs(skew.TotalSeconds):0.0} s");
        const string fix = "Let both machines follow a time server: turns at hosts and due times go by the store's clock.";
        return skew.Duration() > HarmfulSkew ? Finding.Failed("clock", text, fix)
            : skew.Duration() > NoticeableSkew ? Finding.Warning("clock", text, fix)
            : Finding.Ok("clock", text);
    }

    private async Task<(StoreCondition? Condition, string? Trouble)> InspectAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await store.InspectAsync(cancellationToken), null);
        }
        catch (StoreUnusableException e)
        {
            return (null, e.Message);
        }
    }
}
