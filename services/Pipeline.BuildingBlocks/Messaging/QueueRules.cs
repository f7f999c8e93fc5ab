using System.Text.Json;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>How the queues of consumers are named and declared, for those who declare them and for whoever looks at them from outside.</summary>
internal static class QueueRules
{
    private const string Suffix = "Consumer";

    // The broker never gives up what has nothing behind it.
    private const int NoLimit = -1;

    /// <summary>Queue of a consumer: its class's name without <c>Consumer</c>.</summary>
    public static string NameOf(Type consumer, BrokerOptions broker)
        => broker.NamePrefix + JsonNamingPolicy.KebabCaseLower.ConvertName(
            consumer.Name.EndsWith(Suffix, StringComparison.Ordinal) ? consumer.Name[..^Suffix.Length] : consumer.Name);

    /// <summary>Quarantine of a consumer.</summary>
    public static string QuarantineOf(Type consumer, BrokerOptions broker) => NameOf(consumer, broker) + ReceivedFailure.Quarantine;

    /// <summary>Queue of what the broker gives up for good.</summary>
    public static string DeadLetters(BrokerOptions broker) => $"{broker.NamePrefix}dead-letters";

    /// <summary>All queues of these consumers: each with its quarantine, and the dead letters of all.</summary>
    public static IEnumerable<QueueRule> Of(IEnumerable<Type> consumers, BrokerOptions broker)
        => consumers.Select(consumer => NameOf(consumer, broker))
            .SelectMany(name => (QueueRule[])[new(name, Main(name, broker)), new(name + ReceivedFailure.Quarantine, InQuarantine(broker))])
            .Append(new(DeadLetters(broker), OfDeadLetters(broker)))
            .OrderBy(rule => rule.Name, StringComparer.Ordinal);

    /// <summary>Arguments of a consumer's queue; what is handed out too often goes to its quarantine.</summary>
    public static Dictionary<string, object?> Main(string name, BrokerOptions broker)
        => WithDeadLetters(Quorum(broker, broker.DeliveryLimit), name + ReceivedFailure.Quarantine);

    /// <summary>Arguments of a quarantine; what is handed out too often goes to the dead letters.</summary>
    public static Dictionary<string, object?> InQuarantine(BrokerOptions broker)
        => WithDeadLetters(Quorum(broker, QuarantineLimit(broker)), DeadLetters(broker));

    /// <summary>Arguments of the queue of dead letters.</summary>
    public static Dictionary<string, object?> OfDeadLetters(BrokerOptions broker) => Quorum(broker, NoLimit);

    // RabbitMQ 4 counts on where the main queue stopped: the same limit would leave a single delivery.
    private static int QuarantineLimit(BrokerOptions broker) => (2 * broker.DeliveryLimit) + 1;

    private static Dictionary<string, object?> Quorum(BrokerOptions broker, int deliveryLimit) => new()
    {
        ["x-queue-type"] = "quorum",
        ["x-quorum-initial-group-size"] = broker.QueueReplicas,
        ["x-delivery-limit"] = deliveryLimit,
    };

    // At least once also on the way to the dead letters; the broker asks for reject-publish with it.
    private static Dictionary<string, object?> WithDeadLetters(Dictionary<string, object?> arguments, string exchange)
    {
        arguments["x-dead-letter-exchange"] = exchange;
        arguments["x-dead-letter-strategy"] = "at-least-once";
        arguments["x-overflow"] = "reject-publish";
        return arguments;
    }
}

/// <summary>A queue as it is declared.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">Its arguments; the broker refuses a worker that declares it with others.</param>
internal sealed record QueueRule(string Name, Dictionary<string, object?> Arguments);
