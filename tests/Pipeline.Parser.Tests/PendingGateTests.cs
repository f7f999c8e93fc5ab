using Microsoft.Extensions.Options;

namespace Pipeline.Parser.Tests;

public sealed class PendingGateTests
{
    private const int MaxPending = 100;

    private static readonly TimeSpan MaxStall = TimeSpan.FromSeconds(30);

    private readonly SkippingTime _time = new();

    [Theory]
    [InlineData(0)]
    [InlineData(MaxPending)]
    public async Task Wait_WhileFewEnoughWait_ReturnsAtOnce(int pending)
        => Assert.Equal(TimeSpan.Zero, await WaitAsync(_ => pending));

    [Fact]
    public async Task Wait_AboveTheLimit_LastsUntilItIsReached()
        => Assert.Equal(TimeSpan.FromSeconds(10), await WaitAsync(second => second < 10 ? MaxPending + 1 : MaxPending));

    [Fact]
    public async Task Wait_WithoutProgress_EndsAfterTheLongestStall()
        => Assert.Equal(MaxStall, await WaitAsync(_ => MaxPending + 1));

    [Fact]
    public async Task Wait_WhileTheNumberGrows_EndsAfterTheLongestStall()
        => Assert.Equal(MaxStall, await WaitAsync(second => MaxPending + 1 + (long)second));

    [Fact]
    public async Task Wait_AfterProgress_BeginsAnew()
        => Assert.Equal(TimeSpan.FromSeconds(20) + MaxStall, await WaitAsync(second => second < 20 ? MaxPending + 2 : MaxPending + 1));

    [Fact]
    public async Task Wait_WhileEachStallEndsInProgress_GoesOnUntilTheLimit()
        => Assert.Equal(TimeSpan.FromSeconds(5 * 29), await WaitAsync(second => MaxPending + 5 - (long)(second / 29)));

    [Fact]
    public async Task Wait_WhenAFallOnlyMakesUpForARise_IsNoProgress()
        => Assert.Equal(MaxStall, await WaitAsync(second => second is >= 10 and < 20 ? MaxPending + 20 : MaxPending + 10));

    [Fact]
    public async Task Wait_WhenCancelled_Ends()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WaitAsync(_ => MaxPending + 1, cancelled.Token));
    }

    // Pending papers as a function of the seconds waited so far.
    private async Task<TimeSpan> WaitAsync(Func<double, long> pending, CancellationToken? token = null)
    {
        var store = new FakePaperStore { Waiting = () => pending(_time.Elapsed.TotalSeconds) };
        var gate = new PendingGate(store, Options.Create(new ParserOptions { MaxPending = MaxPending, MaxStall = MaxStall }), _time);
        await gate.WaitAsync(token ?? TestContext.Current.CancellationToken);
        return _time.Elapsed;
    }
}
