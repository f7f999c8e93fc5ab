using Microsoft.Extensions.Hosting;

namespace Pipeline.Scheduler.Tests.Support;

/// <summary>A host that has started when a test says so.</summary>
internal sealed class FakeLifetime : IHostApplicationLifetime, IDisposable
{
    private readonly CancellationTokenSource _started = new();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when somebody asks to be told of the start.</summary>
    public Task Asked => _asked.Task;

    public CancellationToken ApplicationStarted
    {
        get
        {
            _asked.TrySetResult();
            return _started.Token;
        }
    }

    public CancellationToken ApplicationStopping => CancellationToken.None;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    public void Started() => _started.Cancel();

    public void StopApplication() => throw new NotSupportedException();

    public void Dispose() => _started.Dispose();
}
