using MassTransit;
using Microsoft.Extensions.Logging;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Telemetry;
using Pipeline.Contracts;
using Pipeline.Fetcher.Runs;

namespace Pipeline.Fetcher;

/// <summary>Works on one run of one source; acknowledged when the run is done, given up, or left waiting in the store.</summary>
internal sealed class FetchSourceConsumer(RunWork work, ILogger<FetchSourceConsumer> logger) : IConsumer<FetchSource>
{
    public async Task Consume(ConsumeContext<FetchSource> context)
    {
        using var scope = logger.BeginKnown(LogScopes.SourceId, context.Message.SourceId);
        using var span = PipelineSpans.Start("fetch", "source.id", context.Message.SourceId);
        await work.WorkAsync(context.Message, context, context.CancellationToken);
    }
}
