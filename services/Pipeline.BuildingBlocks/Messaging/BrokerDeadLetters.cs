using MassTransit;
using Pipeline.BuildingBlocks.Failures;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>Takes what the broker gave up into the store; the process that has this service reads the broker's dead letters.</summary>
internal sealed class BrokerDeadLetters(FailureRecorder recorder)
{
    /// <summary>Makes every message of the queue a dead letter of the queue it came from.</summary>
    public void Configure(IReceiveEndpointConfigurator endpoint, string prefix)
    {
        endpoint.ConfigureConsumeTopology = false;
        endpoint.PublishFaults = false;
        endpoint.PrefetchCount = 10;

        // No consumer takes them: a readable message comes through the one pipe, another through the other.
        endpoint.ConfigureDeadLetter(pipe => pipe.UseExecuteAsync(context => RecordAsync(context, prefix)));
        endpoint.ConfigureError(pipe => pipe.UseExecuteAsync(context => RecordAsync(context, prefix)));
    }

    private Task RecordAsync(ReceiveContext context, string prefix)
    {
        var death = BrokerDeath.Read(context.TransportHeaders);
        var queue = death.Queue ?? ReceivedFailure.QueueOf(context);
        var failed = ReceivedFailure.Create(context, queue, prefix, FailureCause.DeliveryLimit, "DeliveryLimit", death.Describe());
        return recorder.RecordAsync(failed with { Group = FailureWords.Group("DeliveryLimit", death.Group) }, retryAfter: null, context.CancellationToken);
    }
}

/// <summary>Why the broker gave a message up, as its headers tell.</summary>
/// <param name="Queue">The queue that the message belongs to; null where the headers do not tell.</param>
/// <param name="Reason">The broker's word for it.</param>
/// <param name="Deliveries">How often it was handed out the last time; null where the headers do not tell.</param>
internal sealed record BrokerDeath(string? Queue, string? Reason, long? Deliveries)
{
    /// <summary>What dead letters of one cause have in common.</summary>
    public string Group => Reason == "delivery_limit" ? "killed its worker again and again" : $"given up by the broker ({Reason ?? "no reason given"})";

    /// <summary>Reads the headers.</summary>
    public static BrokerDeath Read(Headers headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var queue = headers.Get<string>("x-first-death-queue");
        if (queue?.EndsWith(ReceivedFailure.Quarantine, StringComparison.Ordinal) == true)
        {
            queue = queue[..^ReceivedFailure.Quarantine.Length];
        }

        return new(queue, headers.Get<string>("x-last-death-reason") ?? headers.Get<string>("x-first-death-reason"), headers.Get<long>("x-delivery-count"));
    }

    /// <summary>Puts it into words.</summary>
    public string Describe() => Reason == "delivery_limit"
        ? $"Killed its worker{(Deliveries is { } count ? $" {count} times" : " again and again")}, also when it was handled alone."
        : $"Given up by the broker: {Reason ?? "no reason given"}.";
}
