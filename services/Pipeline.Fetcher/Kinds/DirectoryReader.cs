using Microsoft.Extensions.Logging;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Network;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.BuildingBlocks.Telemetry;
using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Kinds;

/// <summary>A directory: every file in it that is new or changed becomes a listing.</summary>
internal sealed class DirectoryReader(ListingIntake intake, ILogger<DirectoryReader> logger) : ISourceReader
{
    private const int MaxShown = 200;

    public bool Reads(SourceKind kind) => kind == SourceKind.Directory;

    public async Task<Step> StepAsync(SourceVisit visit, string? cursor, CancellationToken cancellationToken)
    {
        var directory = visit.Source.Directory!;
        if (!Directory.Exists(directory))
        {
            throw FetchException.Permanent($"there is no directory {directory}; set Directory of source {visit.Source.Id}");
        }

        var step = new Step(null);
        foreach (var path in Directory.EnumerateFiles(directory).Order(StringComparer.Ordinal))
        {
            var taken = await TakeAsync(visit, path, cancellationToken);
            step = step with { Pages = step.Pages + (taken is null ? 0 : 1), Unchanged = step.Unchanged + (taken is { Unchanged: true } ? 1 : 0) };
        }

        return step;
    }

    private async Task<IntakeOutcome?> TakeAsync(SourceVisit visit, string path, CancellationToken cancellationToken)
    {
        var (source, name) = (visit.Source, Path.GetFileName(path));
        var shown = FirstWords.Line(name, MaxShown);
        await using var content = CanBeListing(path, shown) ? TryOpen(path, shown) : null;
        if (content is null)
        {
            return null;
        }

        if (content.Length > source.MaxBytes)
        {
            logger.FileTooLarge(shown, content.Length, source.MaxBytes);
            return null;
        }

        // Each file is a source of its own: only its own last bytes tell whether it changed.
        var outcome = await intake.TakeInAsync(content, $"{source.Id}/{name}", name, source.Format, cancellationToken);
        if (outcome.Unchanged)
        {
            logger.Unchanged(shown);
            return outcome;
        }

        await visit.Bus.PublishListingFetchedAsync(outcome.ToMessage(), cancellationToken);
        logger.Fetched(shown, outcome.Listing.ContentLength);
        PipelineMeter.CountFetched(source.Id);
        return outcome;
    }

    // Whoever may put files here must not have others read to them; a pipe looks empty, and opening it would wait for its writer.
    private bool CanBeListing(string path, string shown)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is null)
        {
            return !file.Exists || file.Length > 0;
        }

        logger.FileIsLink(shown);
        return false;
    }

    // One file that is gone or locked must not hold up the others; the next fetch tries it again.
    private FileStream? TryOpen(string path, string shown)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var reason = FirstWords.Line(e.Message, MaxShown);
            logger.FileUnreadable(shown, reason);
            return null;
        }
    }
}
