using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.Scheduler.Tests.Support;

namespace Pipeline.Scheduler.Tests;

public sealed class ScheduleServiceTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly FakeLifetime _lifetime = new();
    private readonly FakeTimeProvider _time = new(Some.Noon);
    private readonly RecordingLogger<ScheduleService> _logger = new();
    private readonly PausedStages _paused = new();
    private readonly CountedStep _first = new();
    private readonly CountedStep _second = new();
    private readonly ScheduleService _service;

    public ScheduleServiceTests()
        => _service = new([_first, _second], _paused, _lifetime, Options.Create(new SchedulerOptions { ScheduleEvery = TimeSpan.FromSeconds(5) }), _time, _logger);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _service.StopAsync(CancellationToken.None);
        _service.Dispose();
        _lifetime.Dispose();
    }

    [Fact]
    public async Task Service_RunsEveryStepAtStartAndAfterEachPeriod()
    {
        await StartAsync();
        await _second.NextAsync();

        _time.Advance(TimeSpan.FromSeconds(5));
        await _second.NextAsync();

        Assert.Equal((2, 2), (_first.Runs, _second.Runs));
    }

    [Fact]
    public async Task Service_WaitsUntilTheApplicationHasStarted()
    {
        await _service.StartAsync(Token);
        await _lifetime.Asked.WaitAsync(Patience, Token);
        Assert.Equal(0, _first.Runs);

        _lifetime.Started();
        await _second.NextAsync();

        Assert.Equal(1, _first.Runs);
    }

    [Fact]
    public async Task FailingStep_HoldsUpNoOther_AndIsSaidOnceUntilItWorksAgain()
    {
        _first.Failures.Enqueue(new TimeoutException("away"));
        _first.Failures.Enqueue(new TaskCanceledException("gave up"));
        await StartAsync();
        await _second.NextAsync();

        for (var round = 0; round < 3; round++)
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            await _second.NextAsync();
        }

        Assert.Equal(4, _first.Runs);
        Assert.Equal(["Error: CountedStep failed and will be tried again", "Information: CountedStep works again"], _logger.Lines);
    }

    [Fact]
    public async Task Service_ToldToStop_Ends()
    {
        await StartAsync();
        await _second.NextAsync();

        await _service.StopAsync(Token);

        Assert.True(_service.ExecuteTask!.IsCompleted);
        Assert.False(_service.ExecuteTask.IsFaulted);
    }

    private Task StartAsync()
    {
        _lifetime.Started();
        return _service.StartAsync(Token);
    }

    private sealed class CountedStep : IScheduledStep
    {
        private readonly Channel<int> _runs = Channel.CreateUnbounded<int>();

        public int Runs { get; private set; }

        public Queue<Exception> Failures { get; } = new();

        public Task RunAsync(CancellationToken cancellationToken)
        {
            _runs.Writer.TryWrite(++Runs);
            return Failures.TryDequeue(out var failure) ? Task.FromException(failure) : Task.CompletedTask;
        }

        public async Task NextAsync() => await _runs.Reader.ReadAsync(Token).AsTask().WaitAsync(Patience, Token);
    }
}
