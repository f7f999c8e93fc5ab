namespace Pipeline.Benchmarks.Reprocessing;

/// <summary>How long fresh papers took.</summary>
internal sealed class Latencies(IEnumerable<TimeSpan> times)
{
    private readonly TimeSpan[] _times = [.. times.Order()];

    public int Count => _times.Length;

    public TimeSpan Median => At(0.5);

    public TimeSpan MostOf => At(0.95);

    public TimeSpan AlmostAll => At(0.99);

    private TimeSpan At(double share) => _times[(int)Math.Min(_times.Length - 1, _times.Length * share)];
}
