using Pipeline.Chaos.Checks;
using Pipeline.Chaos.Engines;
using Pipeline.Chaos.Faults;
using Pipeline.Chaos.Feeding;
using Pipeline.PoisonedClaims;
using Pipeline.Testing;

namespace Pipeline.Chaos;

/// <summary>The course of a run: chaos, the checks, the cause removed and the dead letters replayed, the checks again.</summary>
internal sealed class ChaosCourse(ChaosOptions options, FeedPlan plan, ChaosFleet fleet, LocalEngines? engines, Action<string> say)
{
    // What is in quarantine is handled one by one, and a sweep comes after a minute: a busy machine needs its time.
    private readonly TimeSpan _patience = TimeSpan.FromMinutes(6) + TimeSpan.FromMilliseconds(20 * plan.Papers.Count);
    private readonly FlowWatch _flow = new(TimeProvider.System);
    private readonly List<(string Name, long Count)> _counts = [];
    private readonly List<string> _violations = [];
    private readonly int _poison = plan.Papers.Count(paper => paper.Poison != Poison.None);

    public async Task<ChaosReport> RunAsync(IReadOnlyList<Fault> schedule, CancellationToken cancellationToken)
    {
        await using var listener = await EventListener.StartAsync(fleet.Workers.Name, _flow.Flows, cancellationToken);
        var reader = new FactReader(fleet.Workers, listener);
        CountFed(schedule);
        await using (var crew = new Crew(fleet.Workers))
        {
            await HappenAsync(schedule, crew, listener, cancellationToken);
            await SettleAsync(reader, _poison, cancellationToken);
            _counts.AddRange(crew.Deaths.OrderBy(death => death.Key, StringComparer.Ordinal).Select(death => ($"{death.Key} ended by itself", (long)death.Value)));
        }

        _flow.Interrupted();
        await StopAsync();
        _violations.AddRange(ChaosChecks.Recovered(_flow.Recoveries, options.RecoveryLimit));
        _violations.AddRange(ChaosChecks.WithPoison(plan.Papers, await TellAsync("with the poison", reader, cancellationToken)));
        await ReplayAsync(reader, cancellationToken);
        _violations.AddRange(ChaosChecks.AfterReplay(plan.Papers, await TellAsync("after the replay", reader, cancellationToken)));
        await KeepLogAsync();
        return new(options, _counts, _flow.Recoveries, _violations);
    }

    private async Task HappenAsync(IReadOnlyList<Fault> schedule, Crew crew, EventListener listener, CancellationToken cancellationToken)
    {
        var feeder = new Feeder(fleet.Workers, plan, say);
        var faults = new FaultRunner(crew, fleet.Broker, fleet.Store, engines, _flow, say).RunAsync(schedule, cancellationToken);
        var all = Task.WhenAll(feeder.RunAsync(options.Duration, cancellationToken), faults);
        await ChaosRun.WaitAsync(
            () =>
            {
                // Where nothing is left to do, nothing can flow. What was overtaken is never announced.
                if (listener.Distinct >= feeder.Revisions - plan.Changes)
                {
                    _flow.Flows();
                }

                return Task.FromResult(all.IsCompleted);
            },
            options.Duration + _patience,
            cancellationToken);
        await all;
        _counts.Add(("waves that had to be asked for once more", feeder.AskedAgain));
    }

    private async Task SettleAsync(FactReader reader, int dead, CancellationToken cancellationToken)
    {
        var settled = await ChaosRun.WaitAsync(() => reader.IsSettledAsync(plan.Papers.Count, dead, cancellationToken), _patience, cancellationToken);
        say(settled ? "everything has settled" : $"not settled within {_patience}");
    }

    private async Task StopAsync()
    {
        foreach (var worker in fleet.Workers.Workers)
        {
            if (await worker.StopAsync() is not 0 and var code)
            {
                _violations.Add($"{worker.Name}, told to stop, ended with {code}");
            }
        }
    }

    private async Task ReplayAsync(FactReader reader, CancellationToken cancellationToken)
    {
        fleet.RemovePoison();
        foreach (var worker in fleet.Workers.Workers)
        {
            worker.Start();
        }

        await fleet.Workers.WaitUntilReadyAsync(cancellationToken);
        var replay = await CommandLine.RunAsync(["deadletters", "replay", "--all", "--reason", "the poison is gone"], input: null, fleet.Workers.Settings, cancellationToken);
        say($"deadletters replay --all: exit code {replay.ExitCode}. {replay.Output.Trim()}");
        if (replay.ExitCode != 0)
        {
            _violations.Add($"deadletters replay ended with {replay.ExitCode}: {replay.Error.Trim()}");
        }

        await SettleAsync(reader, dead: 0, cancellationToken);
        await StopAsync();
    }

    private void CountFed(IReadOnlyList<Fault> schedule)
    {
        _counts.Add(("papers fed", plan.Papers.Count));
        _counts.Add(("in listings", plan.Waves.Sum(wave => wave.Count)));
        _counts.Add(("fed again, word for word", plan.Copies));
        _counts.Add(("fed again with a newer revision", plan.Changes));
        _counts.AddRange(plan.Papers.GroupBy(paper => paper.Poison).Where(kind => kind.Key != Poison.None).OrderBy(kind => kind.Key).Select(kind => ($"poison, {kind.Key}", (long)kind.Count())));
        _counts.AddRange(schedule.GroupBy(fault => fault.Kind).OrderBy(kind => kind.Key).Select(kind => ($"faults, {kind.Key}", (long)kind.Count())));
    }

    private async Task<ChaosFacts> TellAsync(string when, FactReader reader, CancellationToken cancellationToken)
    {
        var facts = await reader.ReadAsync(cancellationToken);
        _counts.Add(($"papers in the store, {when}", facts.Papers.Count));
        _counts.Add((
            $"of them complete at the newest revision they have, {when}",
            facts.Papers.Count(paper => paper.Claims == paper.Revision && paper.Topics == paper.Revision && paper.Enriched == paper.Revision)));
        _counts.Add(($"public events received, {when}", facts.Events.Count));
        _counts.Add(($"different ids among them, {when}", facts.Events.Select(e => e.MessageId).Distinct(StringComparer.Ordinal).Count()));
        _counts.Add(($"different papers among them, {when}", facts.Events.Select(e => e.PaperId).Distinct(StringComparer.Ordinal).Count()));
        _counts.Add(($"entries of the change log, {when}", facts.Log.Count));
        _counts.AddRange((await reader.CountFailuresAsync(cancellationToken)).Select(group => ($"failed messages {group.Key}, {when}", group.Value)));
        return facts;
    }

    private async Task KeepLogAsync()
    {
        if (_violations.Count > 0)
        {
            var path = Path.Combine(Path.GetTempPath(), $"pipeline-chaos-{options.Seed}.log");
            await File.WriteAllTextAsync(path, fleet.Workers.Log);
            say($"what the workers wrote: {path}");
        }
    }
}
