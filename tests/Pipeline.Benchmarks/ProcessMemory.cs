using System.Diagnostics;

namespace Pipeline.Benchmarks;

/// <summary>Watches what a process needs.</summary>
internal static class ProcessMemory
{
    /// <summary>Waits for the end of a process.</summary>
    /// <returns>Its largest resident set, in bytes.</returns>
    public static async Task<long> PeakAsync(Process process)
    {
        var peak = 0L;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!process.HasExited)
        {
            peak = Math.Max(peak, Read(process));
            await timer.WaitForNextTickAsync();
        }

        await process.WaitForExitAsync();
        return peak;
    }

    private static long Read(Process process)
    {
        try
        {
            process.Refresh();
            return process.HasExited ? 0 : process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It ended in between.
            return 0;
        }
    }
}
