using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Tests.Support;
using Pipeline.Testing;

namespace Pipeline.BuildingBlocks.Tests.Hosting;

[Collection(ConsoleTests.Name)]
public sealed class WorkerStopTests : IDisposable
{
    private readonly ConsoleCapture _console = new();
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Worker_WithAPartThatNeverStops_IsEnded()
    {
        var part = new HangingPart();
        using var host = HostOf(part);
        var ends = 0;
        var run = Worker.RunAsync(host, () => Interlocked.Increment(ref ends));
        await host.Services.GetRequiredService<IHostApplicationLifetime>().WaitUntilStartedAsync(Token);

        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await Eventually.TrueAsync(
            () =>
            {
                _clock.Advance(StopLimit.Limit);
                return Task.FromResult(ends == 1);
            },
            TimeSpan.FromSeconds(20),
            () => "it is ended",
            Token);

        Assert.False(run.IsCompleted);
        part.LetGo();
        await run;
    }

    [Fact]
    public async Task Worker_WhosePartsStop_IsNotEnded()
    {
        var part = new HangingPart();
        part.LetGo();
        using var host = HostOf(part);
        var run = Worker.RunAsync(host, () => Assert.Fail("It was ended."));
        await host.Services.GetRequiredService<IHostApplicationLifetime>().WaitUntilStartedAsync(Token);

        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        await run;
    }

    private IHost HostOf(IHostedService part)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<TimeProvider>(_clock).AddSingleton(part);
        return builder.Build();
    }

    /// <summary>Stops when a test lets it, whatever it is told.</summary>
    private sealed class HangingPart : IHostedService
    {
        private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void LetGo() => _held.TrySetResult();

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => _held.Task;
    }
}
