using System.Collections.Concurrent;
using MassTransit;
using Pipeline.Contracts;

namespace Pipeline.Scheduler.Tests.Support;

/// <summary>A consumer that fails as a test says, and keeps what it was given.</summary>
internal sealed class WithdrawPaperConsumer(Deliveries deliveries) : IConsumer<PaperWithdrawn>
{
    public Task Consume(ConsumeContext<PaperWithdrawn> context)
    {
        deliveries.All.Enqueue(new(
            context.Message.PaperId,
            context.MessageId,
            context.ReceiveContext.TransportHeaders.GetAll().ToDictionary(header => header.Key, header => $"{header.Value}", StringComparer.Ordinal)));
        return deliveries.Fault is { } fault ? throw fault() : Task.CompletedTask;
    }
}

/// <summary>What a consumer was given.</summary>
internal sealed class Deliveries
{
    /// <summary>What a delivery throws; null when it goes well.</summary>
    public Func<Exception>? Fault { get; set; }

    public ConcurrentQueue<Delivery> All { get; } = [];
}

/// <summary>One delivery.</summary>
internal sealed record Delivery(string PaperId, Guid? MessageId, IReadOnlyDictionary<string, string> Headers);
