namespace Pipeline.Fetcher.Fetching;

/// <summary>When a run is tried again. Pure.</summary>
internal static class RunDelay
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Wait after so many failures in a row, from 1: one minute, doubling, at most an hour.</summary>
    /// <param name="failures">Failures in a row.</param>
    /// <param name="least">Least wait, when something asks for one.</param>
    public static TimeSpan After(int failures, TimeSpan? least = null)
    {
        var delay = First * Math.Pow(2, Math.Clamp(failures - 1, 0, 10));
        var wait = delay < Longest ? delay : Longest;
        return least > wait ? least.Value : wait;
    }

    /// <summary>A wait made up to a tenth longer, by the key of the run, so that what was refused together does not come back together.</summary>
    public static TimeSpan Spread(TimeSpan wait, Guid runId)
        => wait + (wait * (runId.ToByteArray()[15] / 2550.0));
}
