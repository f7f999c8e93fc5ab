using MassTransit;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>Publishing with deterministic ids: doing it again publishes the same event again, and consumers can tell.</summary>
public static class PublishingExtensions
{
    /// <summary>Announces a listing that waits for the Parser; fails when no Parser has ever connected to this broker.</summary>
    public static Task PublishListingFetchedAsync(this IPublishEndpoint bus, ListingFetched listing, CancellationToken cancellationToken)
        => bus.Publish(
            listing,
            context =>
            {
                context.MessageId = DeterministicId.From("listing-fetched", listing.ListingId, Timestamp(listing.FetchedAt));
                context.Mandatory = true;
            },
            cancellationToken);

    /// <summary>Announces what became of a listing.</summary>
    public static Task PublishListingParsedAsync(this IPublishEndpoint bus, ListingParsed listing, CancellationToken cancellationToken)
        => bus.Publish(
            listing,
            context => context.MessageId = DeterministicId.From("listing-parsed", listing.ListingId, Timestamp(listing.FetchedAt)),
            cancellationToken);

    /// <summary>Announces a paper that waits to be enriched.</summary>
    public static Task PublishPaperParsedAsync(this IPublishEndpoint bus, PaperParsed paper, CancellationToken cancellationToken)
        => bus.Publish(
            paper,
            context => context.MessageId = DeterministicId.From("paper-parsed", paper.PaperId, paper.Revision),
            cancellationToken);

    /// <summary>Announces that a paper has been withdrawn.</summary>
    public static Task PublishPaperWithdrawnAsync(this IPublishEndpoint bus, PaperWithdrawn paper, CancellationToken cancellationToken)
        => bus.Publish(
            paper,
            context => context.MessageId = DeterministicId.From("paper-withdrawn", paper.PaperId, paper.ListingId),
            cancellationToken);

    /// <summary>Announces that a paper's key became an alias.</summary>
    public static Task PublishPaperJoinedAsync(this IPublishEndpoint bus, PaperJoined paper, CancellationToken cancellationToken)
        => bus.Publish(
            paper,
            context => context.MessageId = DeterministicId.From("paper-joined", paper.PaperId, paper.FormerId),
            cancellationToken);

    /// <summary>Announces stored claims.</summary>
    public static Task PublishClaimsExtractedAsync(this IPublishEndpoint bus, ClaimsExtracted claims, CancellationToken cancellationToken)
        => bus.Publish(
            claims,
            context => context.MessageId = DeterministicId.From("claims-extracted", claims.PaperId, claims.Revision, claims.StageVersion),
            cancellationToken);

    /// <summary>Announces stored topics.</summary>
    public static Task PublishTopicsClassifiedAsync(this IPublishEndpoint bus, TopicsClassified topics, CancellationToken cancellationToken)
        => bus.Publish(
            topics,
            context => context.MessageId = DeterministicId.From("topics-classified", topics.PaperId, topics.Revision, topics.StageVersion),
            cancellationToken);

    /// <summary>Announces a complete paper, as the store's <see cref="Completion"/> describes it.</summary>
    public static Task PublishPaperEnrichedAsync(this IPublishEndpoint bus, string paperId, Completion completion, CancellationToken cancellationToken)
        => bus.Publish(
            new PaperEnriched
            {
                PaperId = paperId,
                Revision = completion.Revision,
                ClaimsVersion = completion.ClaimsVersion,
                TopicsVersion = completion.TopicsVersion,
            },
            context => context.MessageId = PaperEnrichedId(paperId, completion),
            cancellationToken);

    /// <summary>Id of the message that announces a complete paper.</summary>
    public static Guid PaperEnrichedId(string paperId, Completion completion)
    {
        ArgumentNullException.ThrowIfNull(completion);
        return DeterministicId.From("paper-enriched", paperId, completion.Revision, completion.ClaimsVersion, completion.TopicsVersion);
    }

    /// <summary>Sends a command to whoever takes it; fails when no such worker has ever connected to this broker.</summary>
    public static Task PublishCommandAsync<TCommand>(this IPublishEndpoint bus, TCommand command, CancellationToken cancellationToken)
        where TCommand : class
        => bus.Publish(command, context => context.Mandatory = true, cancellationToken);

    /// <summary>The same, on behalf of a reprocess run, which the paper's timeline then names.</summary>
    public static Task PublishCommandAsync<TCommand>(this IPublishEndpoint bus, TCommand command, string runId, CancellationToken cancellationToken)
        where TCommand : class
        => bus.Publish(
            command,
            context =>
            {
                context.Mandatory = true;
                context.Headers.Set(StageAttempts.RunHeader, runId);
            },
            cancellationToken);

    private static string Timestamp(DateTimeOffset at) => at.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
