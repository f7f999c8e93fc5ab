using System.Globalization;
using Pipeline.Chaos.Engines;

namespace Pipeline.Chaos.Tests;

/// <summary>A short run of the whole; longer ones by hand.</summary>
public sealed class ChaosTests(ITestOutputHelper output)
{
    private const int Papers = 1_500;

    // The same faults each time, so that a change that breaks something is what breaks it; others by hand.
    private const int UsualSeed = 1;

    // That the flow resumes at all; how fast is measured by hand, where nothing else keeps the machine busy.
    private static readonly TimeSpan Recovery = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Pipeline_WhosePartsAreTakenAwayAtRandom_LosesNothingAndDoublesNothing()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("PIPELINE_CHAOS_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? given
            : UsualSeed;
        output.WriteLine($"Seed {seed}; run it again with PIPELINE_CHAOS_SEED={seed}.");

        var report = await ChaosRun.RunAsync(
            new ChaosOptions(Papers, Duration, seed, Replicas: 1, Restarts: LocalEngines.ArePossible) { RecoveryLimit = Recovery }, output.WriteLine, TestContext.Current.CancellationToken);

        Assert.True(report.Violations.Count == 0, string.Join('\n', report.Lines()));
        output.WriteLine(string.Join('\n', report.Lines()));
    }
}
