using Pipeline.BuildingBlocks.Pausing;

namespace Pipeline.Storage.Contract;

/// <summary>Which stages are paused: the first to say so stays, and one word lets a stage go on.</summary>
public abstract class PauseContract : StoreContract
{
    private static readonly StagePause Claims = new()
    {
        Stage = PipelineStage.Claims,
        Since = new(2026, 11, 27, 9, 30, 0, TimeSpan.Zero),
        By = "ann at kite",
        Reason = "a new model",
    };

    [Fact]
    public async Task List_OfAFreshStore_IsEmpty() => Assert.Empty(await Pauses.ListAsync(Token));

    [Fact]
    public async Task Pause_OfStages_ReadsBackInTheirOrder()
    {
        var fetch = new StagePause { Stage = PipelineStage.Fetch, Since = Claims.Since, By = "bob at kite" };

        Assert.True(await Pauses.PauseAsync(Claims, Token));
        Assert.True(await Pauses.PauseAsync(fetch, Token));

        Assert.Equal([fetch, Claims], await Pauses.ListAsync(Token));
    }

    [Fact]
    public async Task Pause_OfAPausedStage_LeavesTheFirst()
    {
        await Pauses.PauseAsync(Claims, Token);

        Assert.False(await Pauses.PauseAsync(Claims with { By = "bob at kite", Reason = null }, Token));

        Assert.Equal([Claims], await Pauses.ListAsync(Token));
    }

    [Fact]
    public async Task Resume_OfAPausedStage_LetsItGoOn_Once()
    {
        await Pauses.PauseAsync(Claims, Token);

        Assert.True(await Pauses.ResumeAsync(PipelineStage.Claims, Token));
        Assert.False(await Pauses.ResumeAsync(PipelineStage.Claims, Token));

        Assert.Empty(await Pauses.ListAsync(Token));
    }
}
