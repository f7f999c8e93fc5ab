using Pipeline.BuildingBlocks.Sources;
using Pipeline.Scheduler.Tests.Support;

namespace Pipeline.Scheduler.Tests;

public sealed class RunWatchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Source_ThatBeginsToFail_IsSaidOnce_AndOnceWhenItWorksAgain()
    {
        await using var fixture = await SourceFixture.StartAsync(Some.Source());
        var logger = new RecordingLogger<RunWatch>();
        var watch = fixture.Watch(logger);

        foreach (var (state, minute) in new[] { (RunState.Done, 1), (RunState.Failed, 2), (RunState.Failed, 3), (RunState.Running, 4), (RunState.Done, 5), (RunState.Failed, 6) })
        {
            await fixture.Runs.TryCreateAsync(Some.Run(state: state, minute: minute) with { Reason = state == RunState.Failed ? $"reason {minute}" : null }, Token);
            await watch.RunAsync(Token);
            await watch.RunAsync(Token);
        }

        Assert.Equal(
            ["Warning: daily: is failing. reason 2", "Information: daily: works again", "Warning: daily: is failing. reason 6"], logger.Lines);
    }
}
