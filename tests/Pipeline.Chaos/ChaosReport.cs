using System.Globalization;
using Pipeline.Chaos.Faults;

namespace Pipeline.Chaos;

/// <summary>How a run ended.</summary>
/// <param name="Options">How it was run.</param>
/// <param name="Counts">What happened, by name, in the order in which it is told.</param>
/// <param name="Recoveries">Every outage, and when the flow resumed.</param>
/// <param name="Violations">What does not hold; empty when everything does.</param>
public sealed record ChaosReport(
    ChaosOptions Options, IReadOnlyList<(string Name, long Count)> Counts, IReadOnlyList<Recovery> Recoveries, IReadOnlyList<string> Violations)
{
    private const int MostShown = 50;

    /// <summary>In lines.</summary>
    public IEnumerable<string> Lines()
    {
        yield return "";
        yield return string.Create(CultureInfo.InvariantCulture, $"seed {Options.Seed}, {Options.Papers} papers, {Options.Duration.TotalSeconds:0} s of faults, {Options.Replicas} of each stage");
        yield return Options.Restarts
            ? "broker and store: this run's own, restarted"
            : "broker and store: as PIPELINE_TEST_RABBITMQ and PIPELINE_TEST_MONGODB say; they were not restarted, because others may use them";
        foreach (var (name, count) in Counts)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  {name,-72}{count,9}");
        }

        foreach (var recovery in Recoveries)
        {
            yield return recovery.ToString();
        }

        foreach (var violation in Violations.Take(MostShown))
        {
            yield return $"WRONG: {violation}";
        }

        yield return Violations.Count == 0
            ? "everything holds"
            : string.Create(CultureInfo.InvariantCulture, $"{Violations.Count} things do not hold; the same again: --papers {Options.Papers} --seconds {Options.Duration.TotalSeconds:0} --seed {Options.Seed}");
    }
}
