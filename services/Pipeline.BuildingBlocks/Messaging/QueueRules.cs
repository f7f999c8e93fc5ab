using System.Text.Json;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>How the queues of consumers are named and declared, for whoever looks at them from outside.</summary>
internal static class QueueRules
{
    private const string Suffix = "Consumer";

    /// <summary>Queue of a consumer: its class's name without <c>Consumer</c>.</summary>
    public static string NameOf(Type consumer, BrokerOptions broker)
        => broker.NamePrefix + JsonNamingPolicy.KebabCaseLower.ConvertName(
            consumer.Name.EndsWith(Suffix, StringComparison.Ordinal) ? consumer.Name[..^Suffix.Length] : consumer.Name);

    /// <summary>Arguments a queue is declared with; the broker refuses a worker that declares it with others.</summary>
    public static Dictionary<string, object?> Arguments(BrokerOptions broker) => new()
    {
        ["x-queue-type"] = "quorum",
        ["x-quorum-initial-group-size"] = broker.QueueReplicas,
        ["x-delivery-limit"] = broker.DeliveryLimit,
        ["x-dead-letter-exchange"] = $"{broker.NamePrefix}dead-letters",
        ["x-dead-letter-strategy"] = "at-least-once",
        ["x-overflow"] = "reject-publish",
    };
}
