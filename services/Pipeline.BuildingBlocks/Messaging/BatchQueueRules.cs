using MassTransit;
using Microsoft.Extensions.Options;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>Rules of a queue whose consumer works in batches: prefetch covers the batches in hand and the next one.</summary>
public abstract class BatchQueueRules<TConsumer, TOptions>(IOptions<TOptions> options) : ConsumerDefinition<TConsumer>
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

        var (size, concurrent) = Batches(options.Value);
        endpointConfigurator.PrefetchCount = size * (concurrent + 1);
        consumerConfigurator.Options<BatchOptions>(batch => batch
            .SetMessageLimit(size)
            .SetTimeLimit(options.Value.BatchWait)
            .SetConcurrencyLimit(concurrent));
    }

    /// <summary>Messages of a batch, and batches at the same time.</summary>
    protected abstract (int Size, int Concurrent) Batches(TOptions options);
}
