namespace Pipeline.TestOrigins;

/// <summary>An answer that comes when the test says so, or never when the asker hangs up.</summary>
public sealed class HeldAnswer
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<SeenRequest, bool> _which;
    private int _taken;

    internal HeldAnswer(Func<SeenRequest, bool> which) => _which = which;

    /// <summary>Completes when somebody waits for the answer.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Lets the answer go.</summary>
    public void Release() => _released.TrySetResult();

    internal bool Takes(SeenRequest request) => _which(request) && Interlocked.Exchange(ref _taken, 1) == 0;

    internal Task WaitAsync(CancellationToken hungUp)
    {
        _reached.TrySetResult();
        return _released.Task.WaitAsync(hungUp);
    }
}
