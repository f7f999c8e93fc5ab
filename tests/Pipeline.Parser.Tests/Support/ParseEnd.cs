using MassTransit;
using Pipeline.Contracts;

namespace Pipeline.Parser.Tests.Support;

/// <summary>Waits for the end of one delivery of a listing.</summary>
internal sealed class ParseEnd : IConsumeMessageObserver<ListingFetched>
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the message was acknowledged; fails as its last attempt failed.</summary>
    public Task Ended => _ended.Task;

    public Task PreConsume(ConsumeContext<ListingFetched> context) => Task.CompletedTask;

    public Task PostConsume(ConsumeContext<ListingFetched> context)
    {
        _ended.TrySetResult();
        return Task.CompletedTask;
    }

    public Task ConsumeFault(ConsumeContext<ListingFetched> context, Exception exception)
    {
        _ended.TrySetException(exception);
        return Task.CompletedTask;
    }
}
