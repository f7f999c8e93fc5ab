namespace Pipeline.BuildingBlocks.Failures;

/// <summary>Decides what becomes of a message that failed. Pure: the time is handed in, and the jitter comes from the message's key.</summary>
public static class FailurePlan
{
    private static readonly TimeSpan MaxDependencyDelay = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MaxAsked = TimeSpan.FromDays(7);

    // Waits of messages that failed together spread over this share of the wait, before and after it.
    private const double Jitter = 0.2;

    /// <summary>Adds a failure to what is known of the message.</summary>
    /// <param name="known">What is stored; null for the first failure.</param>
    /// <param name="failed">The message as it failed now; its times, counts and state are decided here.</param>
    /// <param name="retryAfter">How long somebody asked to wait; null when nobody did.</param>
    /// <param name="options">How often, and when.</param>
    /// <param name="now">The time.</param>
    public static FailedMessage Next(FailedMessage? known, FailedMessage failed, TimeSpan? retryAfter, LedgerOptions options, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(failed);
        ArgumentNullException.ThrowIfNull(options);
        var counts = failed.Cause != FailureCause.DependencyDown;

        // What went well or was given up begins anew when it comes once more.
        var before = known is { HasEnded: false } ? known.Attempts : 0;
        var next = failed with
        {
            Attempts = before + (counts ? 1 : 0),
            Failures = (known?.Failures ?? 0) + 1,
            FirstFailedAt = known?.FirstFailedAt ?? now,
            LastFailedAt = now,
            DueAt = now,
            ByHand = known?.ByHand ?? false,
            Acts = known?.Acts ?? [],
            Sequence = known?.Sequence ?? 0,
        };
        next = IsDead(next, options)
            ? next with { State = FailureState.Dead, ByHand = false }
            : next with { State = FailureState.Waiting, DueAt = now + Wait(next, retryAfter, options) };
        return next.With(new() { At = now, By = failed.Stage, What = next.State == FailureState.Dead ? "died" : "failed", Why = failed.Reason });
    }

    /// <summary>How long a message waits that has failed so often.</summary>
    public static TimeSpan Wait(FailedMessage failed, TimeSpan? retryAfter, LedgerOptions options)
    {
        ArgumentNullException.ThrowIfNull(failed);
        ArgumentNullException.ThrowIfNull(options);
        if (failed.Cause == FailureCause.DependencyDown)
        {
            return Spread(Grown(options.DependencyDelay, failed.Failures - failed.Attempts, MaxDependencyDelay), failed);
        }

        // Whoever asks for patience names the least: the spread must not cut it short.
        return retryAfter is { } asked
            ? Least(asked < TimeSpan.Zero ? TimeSpan.Zero : asked, MaxAsked)
            : Spread(Grown(options.Delay, failed.Attempts, options.MaxDelay), failed);
    }

    private static bool IsDead(FailedMessage next, LedgerOptions options) => next.Cause switch
    {
        FailureCause.DependencyDown => false,
        FailureCause.Throttled or FailureCause.Transient => next.ByHand || next.Attempts >= options.Attempts,
        _ => true,
    };

    private static TimeSpan Grown(TimeSpan first, int failures, TimeSpan most)
        => Least(first * Math.Pow(2, Math.Clamp(failures - 1, 0, 30)), most);

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Spread(TimeSpan wait, FailedMessage failed)
    {
        Span<byte> key = stackalloc byte[16];
        failed.Id.TryWriteBytes(key);
        var part = ((key[0] + (failed.Failures * 37)) % 256) / 255.0;
        return wait * (1 - Jitter + (2 * Jitter * part));
    }
}
