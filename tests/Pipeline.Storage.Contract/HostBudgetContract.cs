using System.Diagnostics;

namespace Pipeline.Storage.Contract;

/// <summary>Turns at a host: one at a time, spaced, by the store's clock. Waits are those that the store asks for.</summary>
public abstract class HostBudgetContract : StoreContract
{
    private const string Host = "export.arxiv.org";
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(150);

    private static Guid First => SomeSource.Id(1);

    private static Guid Second => SomeSource.Id(2);

    [Fact]
    public async Task Take_OfAHostNeverAsked_IsGranted()
        => Assert.Equal(TimeSpan.Zero, await TakeAsync(First, interval: Long, hold: Long));

    [Fact]
    public async Task Take_WithinTheInterval_WaitsForItsEnd_ForWhoeverAsks()
    {
        await TakeAsync(First, interval: Long, hold: Long);
        await Budget.ReleaseAsync(Host, First, TimeSpan.Zero, Token);

        foreach (var holder in new[] { First, Second })
        {
            Assert.InRange(await TakeAsync(holder, interval: TimeSpan.Zero, hold: Long), Long - TimeSpan.FromMinutes(5), Long + TimeSpan.FromMilliseconds(2));
        }
    }

    [Fact]
    public async Task Take_WhileAnotherHoldsTheTurn_IsRefused_AndGrantedOnceItIsGivenBack()
    {
        await TakeAsync(First, interval: TimeSpan.Zero, hold: Long);

        var wait = await TakeAsync(Second, interval: TimeSpan.Zero, hold: Long);
        Assert.InRange(wait, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1));

        await Budget.ReleaseAsync(Host, First, TimeSpan.Zero, Token);
        Assert.Equal(TimeSpan.Zero, await TakeAsync(Second, interval: TimeSpan.Zero, hold: Long));
    }

    [Fact]
    public async Task Take_ByTheHolderAgain_IsGranted()
    {
        await TakeAsync(First, interval: TimeSpan.Zero, hold: Long);

        Assert.Equal(TimeSpan.Zero, await TakeAsync(First, interval: TimeSpan.Zero, hold: Long));
    }

    [Fact]
    public async Task Take_OfAnotherHost_IsNotHindered()
    {
        await TakeAsync(First, interval: Long, hold: Long);

        Assert.Equal(TimeSpan.Zero, await Budget.TryTakeAsync("huggingface.co", Second, Long, Long, Token));
    }

    [Fact]
    public async Task Take_AfterTheHolderDied_IsGrantedWhenItsHoldHasPassed_AndNotBefore()
    {
        var before = Stopwatch.GetTimestamp();
        await TakeAsync(First, interval: TimeSpan.Zero, hold: Short);

        await WaitForTurnAsync(Second, interval: TimeSpan.Zero);

        Assert.True(Stopwatch.GetElapsedTime(before) >= Short);
        Assert.True(await TakeAsync(First, interval: TimeSpan.Zero, hold: Long) > TimeSpan.Zero);
    }

    [Fact]
    public async Task Renew_KeepsATurnBeyondItsFirstHold()
    {
        await TakeAsync(First, interval: TimeSpan.Zero, hold: TimeSpan.Zero);

        Assert.True(await Budget.RenewAsync(Host, First, Long, Token));

        Assert.True(await TakeAsync(Second, interval: TimeSpan.Zero, hold: Long) > TimeSpan.Zero);
    }

    [Fact]
    public async Task Renew_DoesNotMoveTheNextStart()
    {
        await TakeAsync(First, interval: TimeSpan.Zero, hold: Long);
        await Budget.RenewAsync(Host, First, Long, Token);

        await Budget.ReleaseAsync(Host, First, TimeSpan.Zero, Token);

        Assert.Equal(TimeSpan.Zero, await TakeAsync(Second, interval: TimeSpan.Zero, hold: Long));
    }

    [Fact]
    public async Task Renew_OfATurnThatWasGivenBackOrTakenOver_SaysSo_AndDoesNothing()
    {
        Assert.False(await Budget.RenewAsync(Host, First, Long, Token));
        await TakeAsync(First, interval: TimeSpan.Zero, hold: TimeSpan.Zero);
        await TakeAsync(Second, interval: TimeSpan.Zero, hold: TimeSpan.Zero);
        Assert.False(await Budget.RenewAsync(Host, First, Long, Token));

        await Budget.ReleaseAsync(Host, Second, TimeSpan.Zero, Token);
        Assert.False(await Budget.RenewAsync(Host, Second, Long, Token));

        Assert.Equal(TimeSpan.Zero, await TakeAsync(First, interval: TimeSpan.Zero, hold: Long));
    }

    [Fact]
    public async Task Release_WithAPause_KeepsEverybodyAwayForSoLong()
    {
        await TakeAsync(First, interval: TimeSpan.Zero, hold: Long);

        await Budget.ReleaseAsync(Host, First, Long, Token);

        Assert.InRange(await TakeAsync(First, interval: TimeSpan.Zero, hold: Long), Long - TimeSpan.FromMinutes(5), Long + TimeSpan.FromMilliseconds(2));
    }

    [Fact]
    public async Task Release_WithAShortPause_DoesNotShortenTheInterval()
    {
        await TakeAsync(First, interval: Long, hold: Long);

        await Budget.ReleaseAsync(Host, First, Short, Token);

        Assert.True(await TakeAsync(Second, interval: TimeSpan.Zero, hold: Long) > Long / 2);
    }

    [Fact]
    public async Task Release_BySomebodyWhoDoesNotHoldTheTurn_DoesNothing()
    {
        await Budget.ReleaseAsync(Host, Second, Long, Token);
        await TakeAsync(First, interval: TimeSpan.Zero, hold: Long);

        await Budget.ReleaseAsync(Host, Second, Long, Token);

        Assert.True(await TakeAsync(Second, interval: TimeSpan.Zero, hold: Long) < TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, await TakeAsync(First, interval: TimeSpan.Zero, hold: Long));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(150)]
    public async Task Take_ByManyAtOnce_NeverOverlapsNorStartsWithinTheInterval(int milliseconds)
    {
        var interval = TimeSpan.FromMilliseconds(milliseconds);
        var holding = 0;
        var turns = await Task.WhenAll(Enumerable.Range(1, 12).Select(n => Task.Run(() => TakeATurnAsync(SomeSource.Id(n)), Token)));

        var inOrder = turns.OrderBy(turn => turn.Granted).ToList();
        foreach (var (turn, next) in inOrder.Zip(inOrder.Skip(1)))
        {
            // The store granted each turn between asking and the answer, so this is the least that can be measured.
            Assert.True(Stopwatch.GetElapsedTime(turn.Asked, next.Granted) >= interval, "Two turns began within the interval.");
        }

        async Task<(long Asked, long Granted)> TakeATurnAsync(Guid holder)
        {
            var turn = await WaitForTurnAsync(holder, interval);
            Assert.Equal(1, Interlocked.Increment(ref holding));
            await Budget.TryTakeAsync("another.example", holder, TimeSpan.Zero, TimeSpan.Zero, Token);
            Interlocked.Decrement(ref holding);
            await Budget.ReleaseAsync(Host, holder, TimeSpan.Zero, Token);
            return turn;
        }
    }

    private Task<TimeSpan> TakeAsync(Guid holder, TimeSpan interval, TimeSpan hold) => Budget.TryTakeAsync(Host, holder, interval, hold, Token);

    private async Task<(long Asked, long Granted)> WaitForTurnAsync(Guid holder, TimeSpan interval)
    {
        while (true)
        {
            var asked = Stopwatch.GetTimestamp();
            var wait = await TakeAsync(holder, interval, hold: Long);
            if (wait == TimeSpan.Zero)
            {
                return (asked, Stopwatch.GetTimestamp());
            }

            await Task.Delay(wait, TimeProvider.System, Token);
        }
    }
}
