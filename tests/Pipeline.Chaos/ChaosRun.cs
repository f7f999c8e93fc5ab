using System.Globalization;
using Pipeline.Chaos.Checks;
using Pipeline.Chaos.Engines;
using Pipeline.Chaos.Faults;
using Pipeline.Chaos.Feeding;
using Pipeline.PoisonedClaims;
using Pipeline.Testing;

namespace Pipeline.Chaos;

/// <summary>One run from an empty store to the last check.</summary>
public static class ChaosRun
{
    // What is asked about happens in other processes, which tell nobody here.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs, and ends everything it started.</summary>
    /// <param name="options">How.</param>
    /// <param name="say">Told what happens, line by line.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task<ChaosReport> RunAsync(ChaosOptions options, Action<string> say, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(say);
        var started = TimeProvider.System.GetTimestamp();
        void Say(string line) => say(string.Create(CultureInfo.InvariantCulture, $"[{TimeProvider.System.GetElapsedTime(started).TotalSeconds,6:0.0}] {line}"));

        var schedule = FaultSchedule.Create(options.Seed, options.Duration, Crew.NamesOf(ChaosFleet.Programs, options.Replicas), options.Restarts);
        Say(string.Create(CultureInfo.InvariantCulture, $"seed {options.Seed}: {schedule.Count} faults are planned"));
        foreach (var fault in schedule)
        {
            say($"  {fault}");
        }

        var plan = FeedPlan.Create(options.Papers, options.Seed);
        await using var engines = options.Restarts ? await LocalEngines.StartAsync(cancellationToken) : null;
        await using var fleet = await ChaosFleet.StartAsync(plan, options.Replicas, cancellationToken);
        return await new ChaosCourse(options, plan, fleet, engines, Say).RunAsync(schedule, cancellationToken);
    }

    /// <summary>Asks until the answer is yes, or the patience is at its end.</summary>
    internal static async Task<bool> WaitAsync(Func<Task<bool>> question, TimeSpan patience, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await question())
        {
            if (TimeProvider.System.GetElapsedTime(started) > patience)
            {
                return false;
            }

            await Task.Delay(Tick, TimeProvider.System, cancellationToken);
        }

        return true;
    }
}
