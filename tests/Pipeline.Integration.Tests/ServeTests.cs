using Pipeline.Integration.Tests.Origins;
using Pipeline.TestOrigins;
using Pipeline.Testing;

namespace Pipeline.Integration.Tests;

/// <summary><c>serve</c> on a broker: one more worker of every kind.</summary>
public sealed class ServeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serve_BesideOtherWorkers_DoesWhatTheyDoNot_AndTellsOfTheRun()
    {
        await using var origin = await TestOrigin.StartAsync(Token);
        origin.OnDaily("/daily", PlayedPaper.Listed(1, 3, Days.Ago(3), Days.Ago(3)));
        var plan = new FleetPlan
        {
            Settings = origin.Source("daily", "hf-daily", "/daily"),
            Replicas = new Dictionary<string, int> { ["Pipeline.Parser"] = 0, ["Pipeline.ClaimExtractor"] = 0 },
        };
        await using var fleet = await WorkerFleet.StartAsync(plan, Token);
        await using var serve = new RunningCommand(fleet.Settings, Token, "serve");
        await serve.UntilAsync(() => serve.Output.Contains("Ready: 2 sources", StringComparison.Ordinal));

        var run = await CommandLine.RunAsync(
            ["sources", "run", "daily", "--from", Days.Ago(3).Text(), "--wait"], input: null, fleet.Settings, Token);

        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        await fleet.WaitUntilEnrichedAsync(3, Token);
        await serve.UntilAsync(() => serve.Output.Contains($"daily, {Days.Ago(3).Text()}: done, answers: 1", StringComparison.Ordinal));
        Assert.Equal(0, await serve.InterruptAsync());
        Assert.Equal(0, await BrokerNames.CountSetAsideAsync(fleet.Name, Token));
    }
}
