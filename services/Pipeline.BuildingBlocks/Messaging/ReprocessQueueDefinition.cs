using MassTransit;
using Microsoft.Extensions.Options;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>Queue rules of a consumer that does papers again: small batches, one at a time, so that fresh papers in the same process pass.</summary>
public sealed class ReprocessQueueDefinition<TConsumer, TOptions>(IOptions<TOptions> options) : BatchQueueRules<TConsumer, TOptions>(options)
    where TConsumer : class, IConsumer
    where TOptions : BatchQueueOptions
{
    protected override (int Size, int Concurrent) Batches(TOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return (options.ReprocessBatchSize, 1);
    }
}
