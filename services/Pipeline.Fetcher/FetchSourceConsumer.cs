using MassTransit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.Contracts;

namespace Pipeline.Fetcher;

/// <summary>Fetches one source: every file of its directory that is new or changed becomes a listing.</summary>
internal sealed class FetchSourceConsumer(
    ListingIntake intake, IOptions<FetcherOptions> options, ILogger<FetchSourceConsumer> logger) : IConsumer<FetchSource>
{
    public async Task Consume(ConsumeContext<FetchSource> context)
    {
        var sourceId = context.Message.SourceId;
        if (!options.Value.Directories.TryGetValue(sourceId, out var directory) || !Directory.Exists(directory))
        {
            logger.SourceUnknown(sourceId);
            return;
        }

        foreach (var path in Directory.EnumerateFiles(directory).Order(StringComparer.Ordinal))
        {
            await FetchFileAsync(context, sourceId, path);
        }
    }

    private async Task FetchFileAsync(ConsumeContext context, string sourceId, string path)
    {
        var name = Path.GetFileName(path);
        await using var content = TryOpen(path);
        if (content is null)
        {
            return;
        }

        if (content.Length > options.Value.MaxFileBytes)
        {
            logger.FileTooLarge(name, content.Length, options.Value.MaxFileBytes);
            return;
        }

        var outcome = await intake.TakeInAsync(content, $"{sourceId}/{name}", name, format: null, context.CancellationToken);
        if (outcome.Unchanged)
        {
            logger.Unchanged(name);
            return;
        }

        await context.PublishListingFetchedAsync(outcome.ToMessage(), context.CancellationToken);
        logger.Fetched(name, outcome.Listing.ContentLength);
    }

    // One file that is gone or locked must not hold up the others; the next fetch tries it again.
    private FileStream? TryOpen(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            logger.FileUnreadable(Path.GetFileName(path), e.Message);
            return null;
        }
    }
}
