using Pipeline.BuildingBlocks.Messaging;

namespace Pipeline.Scheduler;

/// <summary>Looks now and then for messages that an older version left in error queues.</summary>
internal sealed class ErrorQueueStep(ErrorQueues queues, TimeProvider time) : IScheduledStep
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private DateTimeOffset _next = DateTimeOffset.MinValue;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now < _next)
        {
            return;
        }

        while (await queues.MoveAsync(cancellationToken) > 0)
        {
        }

        _next = now + Every;
    }
}
