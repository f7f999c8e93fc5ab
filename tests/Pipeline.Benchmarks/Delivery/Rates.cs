using System.Diagnostics;

namespace Pipeline.Benchmarks.Delivery;

/// <summary>How fast things came.</summary>
internal static class Rates
{
    /// <summary>Arrivals a second between the first and the last of them.</summary>
    public static double Of(IEnumerable<long> arrivals)
    {
        var times = arrivals.Order().ToList();
        return (times.Count - 1) / Stopwatch.GetElapsedTime(times[0], times[^1]).TotalSeconds;
    }
}
