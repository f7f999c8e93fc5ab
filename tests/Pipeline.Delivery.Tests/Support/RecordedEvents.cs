using System.Collections.Concurrent;
using Pipeline.BuildingBlocks.Changes;

namespace Pipeline.Delivery.Tests.Support;

/// <summary>Keeps what is published, and can be out of order for a while.</summary>
internal sealed class RecordedEvents : IPublicEvents
{
    private readonly ConcurrentQueue<Change> _published = [];
    private int _failures;

    public IReadOnlyList<Change> All => [.. _published];

    /// <summary>How many of the next batches are refused.</summary>
    public int Failures
    {
        get => Volatile.Read(ref _failures);
        set => Volatile.Write(ref _failures, value);
    }

    public Task PublishAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        if (changes.Count > 0 && Interlocked.Decrement(ref _failures) >= 0)
        {
            throw new IOException("The exchange is away.");
        }

        foreach (var change in changes)
        {
            _published.Enqueue(change);
        }

        return Task.CompletedTask;
    }
}
