using MassTransit;
using Microsoft.Extensions.Options;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>Queue rules of a consumer that does papers again: small batches, one at a time, so that fresh papers in the same process pass.</summary>
public sealed class ReprocessQueueDefinition<TConsumer, TOptions>(IOptions<TOptions> options) : ConsumerDefinition<TConsumer>
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

        var size = options.Value.ReprocessBatchSize;
        endpointConfigurator.PrefetchCount = size * 2;
        consumerConfigurator.Options<BatchOptions>(batch => batch
            .SetMessageLimit(size)
            .SetTimeLimit(options.Value.BatchWait)
            .SetConcurrencyLimit(1));
    }
}
