using MassTransit;
using Pipeline.Contracts;

namespace Pipeline.Fetcher.Tests.Support;

/// <summary>Waits for the end of one fetch.</summary>
internal sealed class FetchOutcome : IConsumeMessageObserver<FetchSource>
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the message was acknowledged; fails as its last attempt failed.</summary>
    public Task Ended => _ended.Task;

    public Task PreConsume(ConsumeContext<FetchSource> context) => Task.CompletedTask;

    public Task PostConsume(ConsumeContext<FetchSource> context)
    {
        _ended.TrySetResult();
        return Task.CompletedTask;
    }

    public Task ConsumeFault(ConsumeContext<FetchSource> context, Exception exception)
    {
        _ended.TrySetException(exception);
        return Task.CompletedTask;
    }
}
