using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Hosting;

public sealed class StorePreparationTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Start_WithAStoreThatIsReady_AsksOnce()
    {
        var setup = new FakeStoreSetup(failures: 0);

        await Preparation(setup).StartAsync(Token);

        Assert.Equal(1, setup.Attempts);
    }

    [Fact]
    public async Task Start_WhileTheStoreIsStarting_AsksAgainAfterEachPause()
    {
        var setup = new FakeStoreSetup(failures: 1);
        var start = Preparation(setup).StartAsync(Token);

        _time.Advance(Pause - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, setup.Attempts);
        Assert.False(start.IsCompleted);

        _time.Advance(TimeSpan.FromMilliseconds(1));
        await start;
        Assert.Equal(2, setup.Attempts);
    }

    [Theory]
    [InlineData(29, 30)]
    [InlineData(30, 30)]
    public async Task Start_WithAStoreThatFailsLong_GivesUpAfterThirtyAttempts(int failures, int attempts)
    {
        var setup = new FakeStoreSetup(failures);
        var start = new StorePreparation(setup, new HastyTime(), NullLogger<StorePreparation>.Instance).StartAsync(Token);

        if (failures < 30)
        {
            await start;
        }
        else
        {
            await Assert.ThrowsAsync<StoreUnusableException>(() => start);
        }

        Assert.Equal(attempts, setup.Attempts);
    }

    [Fact]
    public async Task Start_WithAStoreThatNoWaitingHelps_GivesUpAtOnce()
    {
        var setup = new FakeStoreSetup(failures: 1, mayPass: false);

        await Assert.ThrowsAsync<StoreUnusableException>(() => Preparation(setup).StartAsync(Token));

        Assert.Equal(1, setup.Attempts);
    }

    [Fact]
    public async Task Start_ToldToStop_StopsWaiting()
    {
        using var stop = new CancellationTokenSource();
        var start = Preparation(new FakeStoreSetup(failures: 1)).StartAsync(stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
    }

    private StorePreparation Preparation(FakeStoreSetup setup) => new(setup, _time, NullLogger<StorePreparation>.Instance);
}
