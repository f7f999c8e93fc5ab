using System.Text.Json;

namespace Pipeline.Benchmarks.Reprocessing;

/// <summary>What a run says of itself, and what its process took.</summary>
/// <param name="Name">What was run.</param>
/// <param name="Papers">Papers done.</param>
/// <param name="Changed">Of these, papers that changed.</param>
/// <param name="Elapsed">From the first papers taken in hand to the end.</param>
/// <param name="PeakMemory">Largest resident set of the command, in bytes.</param>
internal sealed record RunFigures(string Name, long Papers, long Changed, TimeSpan Elapsed, long PeakMemory)
{
    public double Rate => Papers / Elapsed.TotalSeconds;

    /// <summary>Reads what <c>reprocess --json</c> prints.</summary>
    public static RunFigures Of(string name, MeasuredResult result)
    {
        using var document = JsonDocument.Parse(result.Output);
        var (run, counts) = (document.RootElement, document.RootElement.GetProperty("counts"));
        var (changed, unchanged) = (counts.GetProperty("changed").GetInt64(), counts.GetProperty("unchanged").GetInt64());
        if (changed + unchanged != counts.GetProperty("total").GetInt64())
        {
            throw new InvalidOperationException($"{name} left papers out: {counts}");
        }

        return new(
            name,
            changed + unchanged,
            changed,
            run.GetProperty("endedAt").GetDateTimeOffset() - run.GetProperty("startedAt").GetDateTimeOffset(),
            result.PeakMemory);
    }
}
