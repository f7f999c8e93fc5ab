using MassTransit;
using Pipeline.Contracts;
using Pipeline.Fetcher.Runs;

namespace Pipeline.Fetcher;

/// <summary>Works on one run of one source; acknowledged when the run is done, given up, or left waiting in the store.</summary>
internal sealed class FetchSourceConsumer(RunWork work) : IConsumer<FetchSource>
{
    public Task Consume(ConsumeContext<FetchSource> context) => work.WorkAsync(context.Message, context, context.CancellationToken);
}
