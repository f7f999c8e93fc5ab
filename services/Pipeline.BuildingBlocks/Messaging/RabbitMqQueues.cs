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
    /// <summary>Makes a queue of the registration a main queue, and declares its quarantine, which may be read from later.</summary>
    public static void UseMainQueue(this IRabbitMqReceiveEndpointConfigurator queue, BrokerOptions options)
    {
        var name = queue.InputAddress.AbsolutePath.Split('/')[^1];
        var quarantine = name + ReceivedFailure.Quarantine;
        queue.Use(QueueRules.Main(name, options), options);
        queue.BindDeadLetterQueue(quarantine, quarantine, dead => dead.Use(QueueRules.InQuarantine(options), options));
    }

    /// <summary>Makes a queue the quarantine of a consumer.</summary>
    public static void UseQuarantine(this IRabbitMqReceiveEndpointConfigurator queue, IRegistrationContext context, Type consumer)
    {
        var options = context.GetRequiredService<IOptions<BrokerOptions>>().Value;
        var deadLetters = QueueRules.DeadLetters(options);
        queue.ConfigureConsumeTopology = false;
        queue.Use(QueueRules.InQuarantine(options), options);
        queue.BindDeadLetterQueue(deadLetters, deadLetters, dead => dead.Use(QueueRules.OfDeadLetters(options), options));

        // The shorter it is in hand, the less likely it is to be hit by the death of another queue; the retry ledger tries it again.
        MessagingExtensions.UseRules(context, queue, options, retries: false);
        context.ConfigureConsumer(consumer, queue);

        // After the consumer's own definition, which asks for whole batches.
        queue.PrefetchCount = 1;
        queue.ConcurrentMessageLimit = 1;
    }

    /// <summary>Adds the reader of the broker's dead letters.</summary>
    public static void AddDeadLetters(this IRabbitMqBusFactoryConfigurator rabbit, BrokerDeadLetters letters, BrokerOptions options)
        => rabbit.ReceiveEndpoint(QueueRules.DeadLetters(options), queue =>
        {
            queue.Use(QueueRules.OfDeadLetters(options), options);
            letters.Configure(queue, options.NamePrefix);
        });

    private static void Use(this IRabbitMqQueueConfigurator queue, Dictionary<string, object?> arguments, BrokerOptions options)
    {
        queue.SetQuorumQueue(options.QueueReplicas);
        foreach (var (name, value) in arguments)
        {
            queue.SetQueueArgument(name, value);
        }
    }
}
