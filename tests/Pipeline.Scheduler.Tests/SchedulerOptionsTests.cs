using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;

namespace Pipeline.Scheduler.Tests;

public sealed class SchedulerOptionsTests
{
    [Fact]
    public void Defaults_AreValid() => Assert.Empty(Failures());

    [Theory]
    [InlineData("SweepEvery", "00:00:00.100", "01:00:00", "00:00:00.099", "01:00:00.001")]
    [InlineData("SweepAfter", "00:00:00", "1.00:00:00", "-00:00:00.001", "1.00:00:00.001")]
    [InlineData("SweepAgain", "00:00:00.100", "1.00:00:00", "00:00:00.099", "1.00:00:00.001")]
    [InlineData("SweepBatch", "1", "1000", "0", "1001")]
    [InlineData("ScheduleEvery", "00:00:00.100", "01:00:00", "00:00:00.099", "01:00:00.001")]
    [InlineData("MaxPending", "0", "100000000", "-1", "100000001")]
    [InlineData("RedispatchAfter", "00:00:01", "1.00:00:00", "00:00:00.999", "1.00:00:00.001")]
    [InlineData("CatchUpDays", "0", "366", "-1", "367")]
    [InlineData("BackfillDays", "1", "31", "0", "32")]
    [InlineData("ReprocessInFlight", "1", "2000", "0", "2001")]
    [InlineData("ReprocessInFlightBusy", "1", "2000", "0", "2001")]
    [InlineData("ReprocessAttempts", "1", "100", "0", "101")]
    [InlineData("ReprocessHold", "00:00:01", "01:00:00", "00:00:00.999", "01:00:00.001")]
    [InlineData("ResumeAtStart", "true", "false", "yes", "1 day")]
    public void EachValue_StaysWithinItsLimits(string key, string lowest, string highest, string tooLow, string tooHigh)
    {
        Assert.Empty(Failures((key, lowest)));
        Assert.Empty(Failures((key, highest)));
        Assert.Contains($"Scheduler:{key}", Assert.Single(Failures((key, tooLow))), StringComparison.Ordinal);
        Assert.Contains($"Scheduler:{key}", Assert.Single(Failures((key, tooHigh))), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Failures(params (string Key, string Value)[] settings)
    {
        var values = settings.Select(s => KeyValuePair.Create($"{SchedulerOptions.Section}:{s.Key}", (string?)s.Value));
        using var provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddValidatedOptions<SchedulerOptions, SchedulerOptionsValidator>(SchedulerOptions.Section)
            .BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException e)
        {
            return [.. e.Failures];
        }
    }
}
