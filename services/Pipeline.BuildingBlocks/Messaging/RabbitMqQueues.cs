using System.Reflection;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>
/// The queues of a consumer on the broker. What is handed out too often goes from the main queue to a quarantine, where the
/// same consumer takes one message at a time: there a message that kills its worker kills it alone, and goes on to the dead
/// letters, while those that were only beside it pass.
/// </summary>
internal static class RabbitMqQueues
{
    private static readonly MethodInfo NameOfConsumer = typeof(IEndpointNameFormatter).GetMethod(nameof(IEndpointNameFormatter.Consumer))!;

    /// <summary>Makes a queue of the registration a main queue, and declares its quarantine, which may be read from later.</summary>
    public static void UseMainQueue(this IRabbitMqReceiveEndpointConfigurator queue, BrokerOptions options)
    {
        var quarantine = $"{queue.InputAddress.AbsolutePath.Split('/')[^1]}{ReceivedFailure.Quarantine}";
        queue.UseQuorumQueue(options, options.DeliveryLimit);
        queue.BindDeadLetterQueue(quarantine, quarantine, dead =>
        {
            dead.UseQuorumQueue(options, QuarantineLimit(options));
            dead.SetQueueArgument("x-dead-letter-exchange", $"{options.NamePrefix}dead-letters");
            dead.UseAtLeastOnce();
        });
        queue.UseAtLeastOnce();
    }

    /// <summary>Names of the quarantines, each with its consumer.</summary>
    public static IEnumerable<(string Name, Type Consumer)> Quarantines(IEndpointNameFormatter names, IEnumerable<Type> consumers)
        => consumers.Select(consumer => ($"{(string)NameOfConsumer.MakeGenericMethod(consumer).Invoke(names, null)!}{ReceivedFailure.Quarantine}", consumer));

    /// <summary>Makes a queue the quarantine of a consumer.</summary>
    public static void UseQuarantine(this IRabbitMqReceiveEndpointConfigurator queue, IRegistrationContext context, Type consumer)
    {
        var options = context.GetRequiredService<IOptions<BrokerOptions>>().Value;
        queue.ConfigureConsumeTopology = false;
        queue.UseQuorumQueue(options, QuarantineLimit(options));
        queue.BindDeadLetterQueue($"{options.NamePrefix}dead-letters", $"{options.NamePrefix}dead-letters", dead => dead.UseDeadLetterQueue(options));
        queue.UseAtLeastOnce();
        MessagingExtensions.UseRules(context, queue, options);
        context.ConfigureConsumer(consumer, queue);

        // After the consumer's own definition, which asks for whole batches.
        queue.PrefetchCount = 1;
        queue.ConcurrentMessageLimit = 1;
    }

    /// <summary>Adds the reader of the broker's dead letters.</summary>
    public static void AddDeadLetters(this IRabbitMqBusFactoryConfigurator rabbit, BrokerDeadLetters letters, BrokerOptions options)
        => rabbit.ReceiveEndpoint($"{options.NamePrefix}dead-letters", queue =>
        {
            queue.UseDeadLetterQueue(options);
            letters.Configure(queue, options.NamePrefix);
        });

    // RabbitMQ 4 counts on where the main queue stopped: the same limit would leave a single delivery.
    private static int QuarantineLimit(BrokerOptions options) => (2 * options.DeliveryLimit) + 1;

    private static void UseQuorumQueue(this IRabbitMqQueueConfigurator queue, BrokerOptions options, int deliveryLimit)
    {
        queue.SetQuorumQueue(options.QueueReplicas);
        queue.SetQueueArgument("x-delivery-limit", deliveryLimit);
    }

    // Never given up by the broker: there is nothing behind it.
    private static void UseDeadLetterQueue(this IRabbitMqQueueConfigurator queue, BrokerOptions options)
    {
        queue.SetQuorumQueue(options.QueueReplicas);
        queue.SetQueueArgument("x-delivery-limit", -1);
    }

    // At least once also on the way to the dead letters; the broker asks for reject-publish with it.
    private static void UseAtLeastOnce(this IRabbitMqQueueConfigurator queue)
    {
        queue.SetQueueArgument("x-dead-letter-strategy", "at-least-once");
        queue.SetQueueArgument("x-overflow", "reject-publish");
    }
}
