using Pipeline.Chaos.Faults;

namespace Pipeline.Chaos.Tests.Faults;

public sealed class FaultScheduleTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly string[] Workers = ["Parser 1", "Scheduler 1"];

    [Fact]
    public void Schedule_OfEqualSeeds_IsTheSame_AndOfOthersAnother()
    {
        Assert.All(Enumerable.Range(0, 50), seed => Assert.Equal(Create(seed), Create(seed)));
        Assert.Equal(50, Enumerable.Range(0, 50).Select(seed => string.Join('\n', Create(seed))).Distinct().Count());
    }

    [Theory]
    [InlineData(true, 7)]
    [InlineData(false, 4)]
    public void Schedule_OfALongRun_HasEveryKindOfOutage_ThatIsPossible(bool restarts, int kinds)
        => Assert.All(
            Enumerable.Range(0, 20),
            seed => Assert.Equal(kinds, Outages(FaultSchedule.Create(seed, TimeSpan.FromMinutes(9), Workers, restarts)).Select(fault => fault.Kind).Distinct().Count()));

    [Fact]
    public void Schedule_OfAShortRun_HasOutagesAndKills_AllWithinIt()
        => Assert.All(Enumerable.Range(0, 50), seed =>
        {
            var schedule = Create(seed);

            Assert.True(Outages(schedule).Count() >= 2, string.Join('\n', schedule));
            Assert.True(schedule.Count(fault => fault.Kind == FaultKind.KillWorker) >= 4, string.Join('\n', schedule));
            Assert.All(schedule, fault => Assert.InRange(fault.Offset, TimeSpan.FromSeconds(1), Minute * 0.9));
            Assert.All(schedule, fault => Assert.InRange(fault.Duration, TimeSpan.Zero, FaultSchedule.Longest));
            Assert.Equal(schedule.OrderBy(fault => fault.Offset), schedule);
        });

    [Fact]
    public void Outages_DoNotOverlap()
        => Assert.All(Enumerable.Range(0, 50), seed =>
        {
            var outages = Outages(FaultSchedule.Create(seed, TimeSpan.FromMinutes(20), Workers, restarts: true)).ToList();

            Assert.All(outages.Zip(outages.Skip(1)), pair => Assert.True(pair.First.Offset + pair.First.Duration < pair.Second.Offset, $"{pair.First}\n{pair.Second}"));
        });

    [Theory]
    [InlineData(9.9, false)]
    [InlineData(10, true)]
    public void Cuts_LastForMinutes_OnlyInLongRuns(double minutes, bool expected)
    {
        var faults = Enumerable.Range(0, 20).SelectMany(seed => FaultSchedule.Create(seed, TimeSpan.FromMinutes(minutes), Workers, restarts: true)).ToList();

        Assert.Equal(expected, faults.Any(fault => fault.Duration >= Minute));
        Assert.DoesNotContain(faults, fault => fault.Duration > Minute * 2);
    }

    [Fact]
    public void Kills_ComeToEveryWorker()
        => Assert.Equal(
            Workers.ToHashSet(),
            FaultSchedule.Create(1, TimeSpan.FromMinutes(9), Workers, restarts: true).Where(fault => fault.Kind == FaultKind.KillWorker).Select(fault => fault.Target).ToHashSet());

    private static IReadOnlyList<Fault> Create(int seed) => FaultSchedule.Create(seed, Minute, Workers, restarts: true);

    private static IEnumerable<Fault> Outages(IEnumerable<Fault> schedule) => schedule.Where(fault => fault.Kind != FaultKind.KillWorker);
}
