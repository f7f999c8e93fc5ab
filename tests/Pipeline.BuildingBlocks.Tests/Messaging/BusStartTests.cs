using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.Testing;

namespace Pipeline.BuildingBlocks.Tests.Messaging;

public sealed class BusStartTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly HeldBus _bus = new();
    private readonly CancellationTokenSource _stop = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task Start_ToldToStop_IsNotBrokenOff_WhileTheBrokerAnswers()
    {
        var start = StartAsync(answers: true);
        await _stop.CancelAsync();
        _clock.Advance(BusStart.Grace / 2);
        _bus.Up();

        await start;
        Assert.False(_bus.IsBrokenOff);
    }

    [Fact]
    public async Task Start_ToldToStop_IsBrokenOffAtOnce_WhenTheBrokerIsAway()
    {
        var start = StartAsync(answers: false);
        await _stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
        Assert.True(_bus.IsBrokenOff);
    }

    [Fact]
    public async Task Start_ToldToStop_IsBrokenOffInTheEnd_ThoughTheBrokerAnswers()
    {
        var start = StartAsync(answers: true);
        await _stop.CancelAsync();

        await Eventually.TrueAsync(
            () =>
            {
                _clock.Advance(BusStart.Grace);
                return Task.FromResult(_bus.IsBrokenOff);
            },
            TimeSpan.FromSeconds(20),
            () => "it is broken off",
            Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
    }

    [Fact]
    public async Task Start_ThatNobodyStops_TakesAsLongAsItTakes()
    {
        var start = StartAsync(answers: true);
        _clock.Advance(100 * BusStart.Grace);
        Assert.False(start.IsCompleted);

        _bus.Up();

        await start;
        Assert.False(_bus.IsBrokenOff);
    }

    private Task StartAsync(bool answers) => new BusStart(_bus, _ => Task.FromResult(answers), _clock).StartAsync(_stop.Token);

    /// <summary>A bus that comes up when a test says so.</summary>
    private sealed class HeldBus : IHostedService
    {
        private readonly TaskCompletionSource _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private CancellationToken _token;

        public bool IsBrokenOff => _token.IsCancellationRequested;

        public void Up() => _up.TrySetResult();

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _token = cancellationToken;
            return _up.Task.WaitAsync(cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
