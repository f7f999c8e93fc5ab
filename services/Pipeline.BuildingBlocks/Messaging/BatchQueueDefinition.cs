using MassTransit;
using Microsoft.Extensions.Options;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>Queue rules of a consumer of fresh papers.</summary>
public sealed class BatchQueueDefinition<TConsumer, TOptions>(IOptions<TOptions> options) : BatchQueueRules<TConsumer, TOptions>(options)
    where TConsumer : class, IConsumer
    where TOptions : BatchQueueOptions
{
    protected override (int Size, int Concurrent) Batches(TOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return (options.BatchSize, options.ConcurrentBatches);
    }
}
