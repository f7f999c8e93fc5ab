using Pipeline.Chaos.Engines;
using Pipeline.Testing;

namespace Pipeline.Chaos.Faults;

/// <summary>Makes the faults of a schedule happen: outages one after the other, kills beside them.</summary>
/// <param name="crew">The workers.</param>
/// <param name="broker">Their line to the broker.</param>
/// <param name="store">Their line to the store.</param>
/// <param name="engines">Broker and store that may be restarted; null where there are none.</param>
/// <param name="flow">Sees when the flow resumes.</param>
/// <param name="say">Told each fault as it happens.</param>
public sealed class FaultRunner(Crew crew, NetworkLine broker, NetworkLine store, LocalEngines? engines, FlowWatch flow, Action<string> say)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs the schedule to its end, when everything is there again.</summary>
    public async Task RunAsync(IReadOnlyList<Fault> schedule, CancellationToken cancellationToken)
    {
        var clock = new ScheduleClock(TimeProvider.System);
        await Task.WhenAll(
            OneByOneAsync(schedule.Where(fault => fault.Kind == FaultKind.KillWorker), clock, cancellationToken),
            OneByOneAsync(schedule.Where(fault => fault.Kind != FaultKind.KillWorker), clock, cancellationToken));
    }

    private async Task OneByOneAsync(IEnumerable<Fault> faults, ScheduleClock clock, CancellationToken cancellationToken)
    {
        foreach (var fault in faults)
        {
            while (clock.Elapsed < fault.Offset)
            {
                await Task.Delay(Look, TimeProvider.System, cancellationToken);
            }

            say(fault.ToString());
            await HappenAsync(fault, clock, cancellationToken);
        }
    }

    private async Task HappenAsync(Fault fault, ScheduleClock clock, CancellationToken cancellationToken)
    {
        if (fault.Kind == FaultKind.KillWorker)
        {
            await crew.KillAsync(fault.Target, fault.Duration, cancellationToken);
            return;
        }

        flow.Interrupted();
        var (goAway, comeBack) = Ways(fault.Kind, cancellationToken);
        await clock.StandStillAsync(goAway);
        await Task.Delay(fault.Duration, TimeProvider.System, cancellationToken);
        await clock.StandStillAsync(comeBack);
        flow.Restored(fault);
    }

    private (Func<Task> GoAway, Func<Task> ComeBack) Ways(FaultKind kind, CancellationToken cancellationToken)
    {
        Func<Task> up = () => engines!.UpAsync(cancellationToken);
        return kind switch
        {
            FaultKind.RestartBroker => (() => engines!.StopAsync("rabbitmq", kill: false, cancellationToken), up),
            FaultKind.KillBroker => (() => engines!.StopAsync("rabbitmq", kill: true, cancellationToken), up),
            FaultKind.RestartStore => (() => engines!.StopAsync("store", kill: false, cancellationToken), up),
            FaultKind.CutBroker => (Do(broker.Cut), Do(broker.Mend)),
            FaultKind.CutStore => (Do(store.Cut), Do(store.Mend)),
            FaultKind.FreezeBroker => (Do(broker.Freeze), Do(broker.Mend)),
            FaultKind.FreezeStore => (Do(store.Freeze), Do(store.Mend)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
    }

    private static Func<Task> Do(Action action) => () =>
    {
        action();
        return Task.CompletedTask;
    };
}
