using MassTransit;
using Pipeline.BuildingBlocks.Messaging;

namespace Pipeline.BuildingBlocks.Pausing;

/// <summary>The queues that a stage of this process reads from.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Names">Names of the queues, without the prefix that a deployment may put before them.</param>
public sealed record StageQueues(PipelineStage Stage, IReadOnlyList<string> Names)
{
    /// <summary>The queues of consumers that are named after their types.</summary>
    public static StageQueues Of(PipelineStage stage, params IEnumerable<Type> consumers)
        => new(stage, [.. consumers.Select(consumer => KebabCaseEndpointNameFormatter.Instance.SanitizeName(NameOf(consumer)))]);

    /// <summary>Whether the queue at an address is one of these.</summary>
    public bool Own(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var queue = address.AbsolutePath[(address.AbsolutePath.LastIndexOf('/') + 1)..];

        // What the broker sets apart for a queue, to be read one by one, belongs to the same stage.
        queue = queue.EndsWith(ReceivedFailure.Quarantine, StringComparison.Ordinal) ? queue[..^ReceivedFailure.Quarantine.Length] : queue;
        return Names.Any(name => queue == name || queue.EndsWith($"-{name}", StringComparison.Ordinal));
    }

    private static string NameOf(Type consumer) => consumer.Name.EndsWith("Consumer", StringComparison.Ordinal) ? consumer.Name[..^"Consumer".Length] : consumer.Name;
}
