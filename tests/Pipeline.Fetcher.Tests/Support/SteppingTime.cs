using Microsoft.Extensions.Time.Testing;

namespace Pipeline.Fetcher.Tests.Support;

/// <summary>A clock on which short pauses are over at once, and move it; time limits pass only when a test says so.</summary>
internal sealed class SteppingTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(45);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= LongestPause && period == Timeout.InfiniteTimeSpan)
        {
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }

        return timer;
    }
}
