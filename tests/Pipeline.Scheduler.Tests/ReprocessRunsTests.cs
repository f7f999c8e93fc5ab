using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.Scheduler.Tests.Support;

namespace Pipeline.Scheduler.Tests;

public sealed class ReprocessRunsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PauseAndResume_StopARunAndLetItGoOn()
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 1);
        var run = await fixture.BeginAsync();

        Assert.Equal(ReprocessState.Paused, (await fixture.Runs.PauseAsync(run.Id, Token))?.State);
        Assert.Equal(ReprocessState.Running, (await fixture.Runs.ResumeAsync(run.Id, Token))?.State);
        Assert.Equal(ReprocessState.Running, fixture.Store.Get(run.Id).State);
    }

    [Fact]
    public async Task Cancel_EndsARun_AndNothingBringsItBack()
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 1);
        var run = await fixture.BeginAsync();

        await fixture.Runs.CancelAsync(run.Id, Token);
        await fixture.Runs.ResumeAsync(run.Id, Token);
        await fixture.Runs.PauseAsync(run.Id, Token);

        Assert.Equal((ReprocessState.Cancelled, fixture.Time.GetUtcNow()), (fixture.Store.Get(run.Id).State, fixture.Store.Get(run.Id).EndedAt));
    }

    [Fact]
    public async Task Pause_OfARunThatMovesOnMeanwhile_KeepsWhatWasCounted()
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 1);
        var run = await fixture.BeginAsync();
        fixture.Store.BeforeUpdate = written =>
        {
            fixture.Store.BeforeUpdate = null;
            var stored = fixture.Store.Get(written.Id);
            fixture.Store.UpdateAsync(stored with { Counts = stored.Counts with { Changed = 5 } }, Token).GetAwaiter().GetResult();
        };

        await fixture.Runs.PauseAsync(run.Id, Token);

        Assert.Equal((ReprocessState.Paused, 5), (fixture.Store.Get(run.Id).State, fixture.Store.Get(run.Id).Counts.Changed));
    }

    [Fact]
    public async Task Steering_OfARunThatIsNotThere_SaysSo()
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 0);

        Assert.Null(await fixture.Runs.PauseAsync(Guid.Empty, Token));
    }
}
