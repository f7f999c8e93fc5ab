using MassTransit;
using Microsoft.Extensions.Options;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>Queue rules of a consumer that works in batches: prefetch covers the batches in hand and the next one.</summary>
public sealed class BatchQueueDefinition<TConsumer, TOptions>(IOptions<TOptions> options) : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
    where TOptions : BatchQueueOptions
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<TConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        ArgumentNullException.ThrowIfNull(endpointConfigurator);
        ArgumentNullException.ThrowIfNull(consumerConfigurator);

        var batches = options.Value;
        endpointConfigurator.PrefetchCount = batches.BatchSize * (batches.ConcurrentBatches + 1);
        consumerConfigurator.Options<BatchOptions>(batch => batch
            .SetMessageLimit(batches.BatchSize)
            .SetTimeLimit(batches.BatchWait)
            .SetConcurrencyLimit(batches.ConcurrentBatches));
    }
}
