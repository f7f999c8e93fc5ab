using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Storage.Contract;
using Pipeline.Storage.Sqlite.Tests.Support;

namespace Pipeline.Storage.Sqlite.Tests.Sources;

/// <summary>Turns by the clock that was given, to the tick.</summary>
public sealed class SqliteHostBudgetTests : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly DataFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Some.Time().AddTicks(7));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Take_OneTickBeforeTheIntervalEnds_WaitsThatTick_AndAtItsEndIsGranted()
    {
        var budget = await OpenAsync();
        await TakeAsync(budget, 1);
        await budget.ReleaseAsync("host", SomeSource.Id(1), TimeSpan.Zero, Token);

        _time.Advance(Interval - Tick);
        Assert.Equal(Tick, await TakeAsync(budget, 2));
        _time.Advance(Tick);
        Assert.Equal(TimeSpan.Zero, await TakeAsync(budget, 2));
    }

    [Fact]
    public async Task Take_OneTickBeforeTheHoldEnds_IsRefused_AndAtItsEndGrantedInAnotherProcess()
    {
        await TakeAsync(await OpenAsync(), 1);
        var other = await OpenAsync();

        _time.Advance(Hold - Tick);
        Assert.Equal(Tick, await TakeAsync(other, 2));
        _time.Advance(Tick);
        Assert.Equal(TimeSpan.Zero, await TakeAsync(other, 2));
    }

    [Fact]
    public async Task Release_ByAHolderWhoseTurnWasTakenOver_DoesNothing()
    {
        var budget = await OpenAsync();
        await TakeAsync(budget, 1);
        _time.Advance(Hold);
        await TakeAsync(budget, 2);

        await budget.ReleaseAsync("host", SomeSource.Id(1), TimeSpan.Zero, Token);

        _time.Advance(Interval);
        Assert.NotEqual(TimeSpan.Zero, await TakeAsync(budget, 1));
    }

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    private async Task<IHostBudget> OpenAsync() => (await _folder.PrepareAsync(time: _time)).GetRequiredService<IHostBudget>();

    private static Task<TimeSpan> TakeAsync(IHostBudget budget, int holder)
        => budget.TryTakeAsync("host", SomeSource.Id(holder), Interval, Hold, Token);
}
