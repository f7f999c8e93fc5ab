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

    /// <summary>Makes a queue of the registration a main queue.</summary>
    public static void UseMainQueue(this IRabbitMqReceiveEndpointConfigurator queue, BrokerOptions options)
    {
        queue.UseQuorumQueue(options);
        queue.DeadLetterTo($"{queue.InputAddress.AbsolutePath.Split('/')[^1]}{ReceivedFailure.Quarantine}");
    }

    /// <summary>Adds the quarantines of all consumers.</summary>
    public static void AddQuarantines(
        this IRabbitMqBusFactoryConfigurator rabbit, IBusRegistrationContext context, IEndpointNameFormatter names, IReadOnlyList<Type> consumers)
    {
        var options = context.GetRequiredService<IOptions<BrokerOptions>>().Value;
        foreach (var consumer in consumers)
        {
            var name = (string)NameOfConsumer.MakeGenericMethod(consumer).Invoke(names, null)!;
            rabbit.ReceiveEndpoint($"{name}{ReceivedFailure.Quarantine}", queue =>
            {
                queue.ConfigureConsumeTopology = false;
                queue.UseQuorumQueue(options);
                queue.BindDeadLetterQueue($"{options.NamePrefix}dead-letters", $"{options.NamePrefix}dead-letters", dead => dead.UseDeadLetterQueue(options));
                queue.UseAtLeastOnce();
                MessagingExtensions.UseRules(context, queue, options);
                context.ConfigureConsumer(consumer, queue);

                // After the consumer's own definition, which asks for whole batches.
                queue.PrefetchCount = 1;
                queue.ConcurrentMessageLimit = 1;
            });
        }
    }

    /// <summary>Adds the reader of the broker's dead letters.</summary>
    public static void AddDeadLetters(this IRabbitMqBusFactoryConfigurator rabbit, BrokerDeadLetters letters, BrokerOptions options)
        => rabbit.ReceiveEndpoint($"{options.NamePrefix}dead-letters", queue =>
        {
            queue.UseDeadLetterQueue(options);
            letters.Configure(queue, options.NamePrefix);
        });

    private static void UseQuorumQueue(this IRabbitMqReceiveEndpointConfigurator queue, BrokerOptions options)
    {
        queue.SetQuorumQueue(options.QueueReplicas);
        queue.SetQueueArgument("x-delivery-limit", options.DeliveryLimit);
    }

    // Never given up by the broker: there is nothing behind it.
    private static void UseDeadLetterQueue(this IRabbitMqQueueConfigurator queue, BrokerOptions options)
    {
        queue.SetQuorumQueue(options.QueueReplicas);
        queue.SetQueueArgument("x-delivery-limit", -1);
    }

    private static void DeadLetterTo(this IRabbitMqReceiveEndpointConfigurator queue, string exchange)
    {
        queue.SetQueueArgument("x-dead-letter-exchange", exchange);
        queue.UseAtLeastOnce();
    }

    // At least once also on the way to the dead letters; the broker asks for reject-publish with it.
    private static void UseAtLeastOnce(this IRabbitMqReceiveEndpointConfigurator queue)
    {
        queue.SetQueueArgument("x-dead-letter-strategy", "at-least-once");
        queue.SetQueueArgument("x-overflow", "reject-publish");
    }
}
