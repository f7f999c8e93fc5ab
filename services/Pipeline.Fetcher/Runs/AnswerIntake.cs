using MassTransit;
using Microsoft.Extensions.Logging;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.BuildingBlocks.Telemetry;
using Pipeline.Fetcher.Fetching;
using Pipeline.Fetcher.Http;
using Pipeline.Fetcher.Kinds;

namespace Pipeline.Fetcher.Runs;

/// <summary>
/// Takes an answer in: bytes into the archive, the listing recorded, announced, and only then the validators kept by
/// which the address is asked next time. A crash at any point loses nothing.
/// </summary>
internal sealed class AnswerIntake(
    PoliteHttp http, SourcePipelines pipelines, IListingArchive archive, ListingIntake intake, IFetchCache cache,
    KnownAnswers knownAnswers, ILogger<AnswerIntake> logger)
{
    /// <summary>Asks, and asks again as the source's settings allow.</summary>
    /// <exception cref="FetchException">There was no answer, or none that can be taken; nothing is recorded.</exception>
    /// <exception cref="IOException">The archive cannot be written.</exception>
    public async Task<Taken<T>> TakeAsync<T>(SourceDefinition source, Ask<T> ask, IPublishEndpoint bus, CancellationToken cancellationToken)
    {
        var address = ask.Address.AbsoluteUri;
        var known = await knownAnswers.FindAsync(source.Id, address, cancellationToken);
        var access = SourceAccess.Of(source);
        var request = new HttpAsk(ask.Address, access, ask.Form)
        {
            ETag = ask.IfChanged ? known?.Reusable?.ETag : null,
            LastModified = ask.IfChanged ? known?.Reusable?.LastModified : null,
            IsAskedDirectly = SourceAccess.IsInterface(source),
            ErrorWords = ask.ErrorWords,
        };
        var answer = await pipelines.For(source.Id, source.Attempts, access.AttemptTimeout)
            .ExecuteAsync(token => ReceiveAsync(ask, request, token), cancellationToken);
        if (answer is null)
        {
            logger.NotModified(address);
            return new(await InspectAsync(ask, known!.Listing!.ContentHash, cancellationToken), known.Listing, Unchanged: true);
        }

        if (!ask.Lists(answer.Page))
        {
            return new(answer.Page, Listing: null, Unchanged: false);
        }

        var outcome = await intake.RecordAsync(answer.Content, source.Id, address, source.Format, known?.Answer.ListingId, cancellationToken);
        if (!outcome.Unchanged)
        {
            await bus.PublishListingFetchedAsync(outcome.ToMessage(), cancellationToken);
            logger.Fetched(address, outcome.Listing.ContentLength);
            PipelineMeter.CountFetched(source.Id);
        }

        await cache.SaveAsync(answer.ToCached(source.Id, address, outcome.Listing), cancellationToken);
        return new(answer.Page, outcome.Listing, outcome.Unchanged);
    }

    // Null when nothing changed.
    private async ValueTask<Received<T>?> ReceiveAsync<T>(Ask<T> ask, HttpAsk request, CancellationToken cancellationToken)
    {
        ArchivedContent archived;
        string? tag, modified;
        await using (var answer = await http.OpenAsync(request, cancellationToken))
        {
            if (answer.Body is null)
            {
                return null;
            }

            archived = await archive.SaveAsync(answer.Body, cancellationToken);
            (tag, modified) = (answer.ETag, answer.LastModified);
        }

        return new(archived, await InspectAsync(ask, archived.ContentHash, cancellationToken), tag, modified);
    }

    private async ValueTask<T> InspectAsync<T>(Ask<T> ask, string contentHash, CancellationToken cancellationToken)
    {
        await using var content = await archive.OpenReadAsync(contentHash, cancellationToken);
        return await ask.Inspect(content, cancellationToken);
    }

    private sealed record Received<T>(ArchivedContent Content, T Page, string? ETag, string? LastModified)
    {
        public CachedAnswer ToCached(string sourceId, string address, Listing listing) => new()
        {
            SourceId = sourceId,
            Address = address,
            ListingId = listing.Id,
            ETag = ETag,
            LastModified = LastModified,
            At = listing.FetchedAt,
        };
    }
}
