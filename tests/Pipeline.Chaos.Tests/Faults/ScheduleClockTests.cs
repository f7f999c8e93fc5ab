using Microsoft.Extensions.Time.Testing;
using Pipeline.Chaos.Faults;

namespace Pipeline.Chaos.Tests.Faults;

public sealed class ScheduleClockTests
{
    [Fact]
    public async Task Clock_StandsStillWhileSomethingStarts()
    {
        var time = new FakeTimeProvider();
        var clock = new ScheduleClock(time);
        time.Advance(TimeSpan.FromSeconds(3));

        await clock.StandStillAsync(() =>
        {
            time.Advance(TimeSpan.FromSeconds(60));
            Assert.Equal(TimeSpan.FromSeconds(3), clock.Elapsed);
            return Task.CompletedTask;
        });
        time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(TimeSpan.FromSeconds(5), clock.Elapsed);
    }
}
