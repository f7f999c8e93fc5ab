using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pipeline.Scheduler.Tests.Support;

namespace Pipeline.Scheduler.Tests;

public sealed class SweepServiceTests : IAsyncLifetime
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly FakeLifetime _lifetime = new();
    private SweepFixture _fixture = null!;
    private SweepService _service = null!;

    public async ValueTask InitializeAsync()
    {
        _fixture = await SweepFixture.StartAsync();
        _service = new(_fixture.Sweep, _lifetime, Options.Create(_fixture.Options), _fixture.Time, NullLogger<SweepService>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.StopAsync(CancellationToken.None);
        _service.Dispose();
        _lifetime.Dispose();
        await _fixture.DisposeAsync();
    }

    [Fact]
    public async Task Service_SweepsAtStartAndAfterEachPeriod()
    {
        await StartAsync();
        Assert.Equal(Some.Noon - Grace, await NextSweepAsync());

        foreach (var minute in new[] { 1, 2, 3 })
        {
            _fixture.Time.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(Some.Noon.AddMinutes(minute) - Grace, await NextSweepAsync());
        }
    }

    [Fact]
    public async Task Service_DoesNotSweepBeforeThePeriodIsOver()
    {
        await StartAsync();
        await NextSweepAsync();

        _fixture.Time.Advance(TimeSpan.FromMilliseconds(59_999));
        _fixture.Time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(Some.Noon.AddMinutes(1) - Grace, await NextSweepAsync());
        Assert.False(_fixture.Papers.Asked.TryRead(out _));
    }

    [Fact]
    public async Task Service_WaitsUntilTheApplicationHasStarted()
    {
        await _service.StartAsync(Token);
        await _lifetime.Asked.WaitAsync(Patience, Token);
        Assert.False(_fixture.Papers.Asked.TryRead(out _));

        _fixture.Time.Advance(TimeSpan.FromHours(1));
        _lifetime.Started();

        Assert.Equal(Some.Noon.AddHours(1) - Grace, await NextSweepAsync());
    }

    [Fact]
    public async Task Service_ToldToResume_LeavesNoGraceTheFirstTime()
    {
        _fixture.Options.ResumeAtStart = true;
        await StartAsync();

        Assert.Equal(Some.Noon, await NextSweepAsync());
        _fixture.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Some.Noon.AddMinutes(1) - Grace, await NextSweepAsync());
    }

    [Fact]
    public async Task Service_WhenTheStoreFails_SweepsAgainAfterThePeriod()
    {
        _fixture.Papers.Failures.Enqueue(new TimeoutException("The store does not answer."));
        _fixture.Papers.Failures.Enqueue(new TaskCanceledException("The driver gave up."));
        await StartAsync();

        await NextSweepAsync();
        _fixture.Time.Advance(TimeSpan.FromMinutes(1));
        await NextSweepAsync();
        _fixture.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Some.Noon.AddMinutes(2) - Grace, await NextSweepAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Service_ToldToStop_Ends(bool started)
    {
        await _service.StartAsync(Token);
        if (started)
        {
            _lifetime.Started();
            await NextSweepAsync();
        }

        await _service.StopAsync(Token);

        Assert.True(_service.ExecuteTask!.IsCompleted);
        Assert.False(_service.ExecuteTask.IsFaulted);
    }

    private Task StartAsync()
    {
        _lifetime.Started();
        return _service.StartAsync(Token);
    }

    // The due time that the store was asked about.
    private async Task<DateTimeOffset> NextSweepAsync()
        => await _fixture.Papers.Asked.ReadAsync(Token).AsTask().WaitAsync(Patience, Token);
}
