using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Hosting;

[Collection(ConsoleTests.Name)]
public sealed class StopLimitTests : IDisposable
{
    private readonly ConsoleCapture _console = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _run = new();
    private int _ends;

    public void Dispose()
    {
        _stopping.Dispose();
        _console.Dispose();
    }

    [Fact]
    public async Task Process_ThatStopsInTime_IsNotEnded()
    {
        var held = Hold();
        _clock.Advance(10 * StopLimit.Limit);
        await _stopping.CancelAsync();
        _clock.Advance(StopLimit.Limit / 2);
        _run.SetResult();

        await held;
        Assert.Equal(0, _ends);
    }

    [Fact]
    public async Task Process_ThatHangsWhenToldToStop_IsEnded_AndSaysSo()
    {
        var held = Hold();
        await _stopping.CancelAsync();

        await Pipeline.Testing.Eventually.TrueAsync(
            () =>
            {
                _clock.Advance(StopLimit.Limit);
                return Task.FromResult(_ends == 1);
            },
            TimeSpan.FromSeconds(20),
            () => "it is ended",
            TestContext.Current.CancellationToken);

        Assert.False(held.IsCompleted);
        Assert.Contains("Not stopped within 55 s", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_ThatFails_FailsAsBefore()
    {
        var held = Hold();
        _run.SetException(new InvalidOperationException("The run failed."));

        await Assert.ThrowsAsync<InvalidOperationException>(() => held);
        Assert.Equal(0, _ends);
    }

    private Task Hold() => new StopLimit(_clock, () => Interlocked.Increment(ref _ends)).HoldAsync(_run.Task, _stopping.Token);
}
