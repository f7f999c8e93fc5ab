namespace Pipeline.Chaos.Faults;

/// <summary>Decides what goes wrong when. Pure: equal plans give equal schedules.</summary>
public static class FaultSchedule
{
    /// <summary>Longest fault of a short run.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    /// <summary>Length from which on some cuts last for a minute or two.</summary>
    public static readonly TimeSpan LongRun = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstOutage = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan FirstKill = TimeSpan.FromSeconds(4);

    // What a broker takes to come back is not part of a fault's duration.
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(10);

    /// <summary>The schedule of a run.</summary>
    /// <param name="seed">Decides.</param>
    /// <param name="length">No fault begins in its last tenth.</param>
    /// <param name="workers">Workers that may be killed.</param>
    /// <param name="restarts">Whether broker and store may be restarted.</param>
    /// <returns>Faults in the order of their offsets.</returns>
    public static IReadOnlyList<Fault> Create(int seed, TimeSpan length, IReadOnlyList<string> workers, bool restarts)
    {
        ArgumentNullException.ThrowIfNull(workers);
        var random = new Random(seed);
        var end = length * 0.9;
        return [.. Outages(random, length, end, restarts).Concat(Kills(random, length, end, workers)).OrderBy(fault => fault.Offset)];
    }

    // Far enough apart for the flow to resume, in the longer runs.
    private static List<Fault> Outages(Random random, TimeSpan length, TimeSpan end, bool restarts)
    {
        var faults = new List<Fault>();
        var deck = new Queue<FaultKind>();
        var gap = TimeSpan.FromSeconds(Math.Clamp(length.TotalSeconds / 8, 8, 32));
        for (var at = FirstOutage; at < end;)
        {
            if (deck.Count == 0)
            {
                deck = new(Shuffled(random, restarts));
            }

            var kind = deck.Dequeue();
            var duration = DurationOf(random, kind, length);
            faults.Add(new(at, kind, TargetOf(kind), duration));
            at += duration + (IsRestart(kind) ? StartTime : TimeSpan.Zero) + gap + Between(random, TimeSpan.Zero, gap / 4);
        }

        return faults;
    }

    private static List<Fault> Kills(Random random, TimeSpan length, TimeSpan end, IReadOnlyList<string> workers)
    {
        var faults = new List<Fault>();
        var most = TimeSpan.FromSeconds(Math.Clamp(length.TotalSeconds / 10, 6, 20));
        for (var at = FirstKill; at < end && workers.Count > 0; at += Between(random, most / 4, most))
        {
            faults.Add(new(at, FaultKind.KillWorker, workers[random.Next(workers.Count)], Between(random, TimeSpan.Zero, TimeSpan.FromSeconds(2))));
        }

        return faults;
    }

    private static FaultKind[] Shuffled(Random random, bool restarts)
    {
        FaultKind[] kinds = [.. Enum.GetValues<FaultKind>().Where(kind => kind != FaultKind.KillWorker && (restarts || !IsRestart(kind)))];
        random.Shuffle(kinds);
        return kinds;
    }

    private static TimeSpan DurationOf(Random random, FaultKind kind, TimeSpan length)
    {
        var minutes = random.Next(3) == 0 && length >= LongRun && !IsRestart(kind);
        return minutes
            ? Between(random, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2))
            : Between(random, Shortest, Longest);
    }

    private static bool IsRestart(FaultKind kind) => kind is FaultKind.RestartBroker or FaultKind.KillBroker or FaultKind.RestartStore;

    private static string TargetOf(FaultKind kind)
        => kind is FaultKind.RestartStore or FaultKind.CutStore or FaultKind.FreezeStore ? "store" : "broker";

    private static TimeSpan Between(Random random, TimeSpan least, TimeSpan most)
        => TimeSpan.FromMilliseconds(random.Next((int)least.TotalMilliseconds, (int)most.TotalMilliseconds + 1));
}
