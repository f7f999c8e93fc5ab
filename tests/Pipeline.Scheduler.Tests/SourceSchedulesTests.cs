using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Pipeline.Scheduler.Tests;

/// <summary>Configured schedules are checked at start, wired as in production.</summary>
public sealed class SourceSchedulesTests
{
    [Fact]
    public void RightSchedule_IsAccepted() => Assert.Empty(Failures(("daily:Kind", "hf-daily"), ("daily:Schedule", "30 6 * * 1-5")));

    [Theory]
    [InlineData("at six", "not a cron expression")]
    [InlineData("0 0 30 2 *", "never fires")]
    public void WrongSchedule_IsNamedByItsKey(string cron, string fault)
    {
        var failure = Assert.Single(Failures(("daily:Kind", "hf-daily"), ("daily:Schedule", cron), ("weekly:Kind", "hf-daily"), ("weekly:Schedule", "0 6 * * 1")));

        Assert.StartsWith("Sources:daily:Schedule: ", failure, StringComparison.Ordinal);
        Assert.Contains(fault, failure, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongTimeZone_IsNamedOnce()
        => Assert.StartsWith(
            "Sources:daily:TimeZone: ",
            Assert.Single(Failures(("daily:Kind", "hf-daily"), ("daily:Schedule", "0 6 * * *"), ("daily:TimeZone", "Mars/Olympus"))),
            StringComparison.Ordinal);

    private static IReadOnlyList<string> Failures(params (string Key, string Value)[] settings)
    {
        var values = settings.Select(s => KeyValuePair.Create($"Sources:{s.Key}", (string?)s.Value));
        using var provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddScheduler()
            .AddSourceSchedules()
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
