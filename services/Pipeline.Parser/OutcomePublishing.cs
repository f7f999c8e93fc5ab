using MassTransit;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;

namespace Pipeline.Parser;

/// <summary>Which events an outcome of the store asks for.</summary>
internal static class OutcomePublishing
{
    /// <summary>Publishes what a listing did to papers; the same events with the same ids when the outcomes come again.</summary>
    public static async Task PublishOutcomesAsync(
        this IPublishEndpoint bus, Observation observation, IReadOnlyList<UpsertOutcome> outcomes, CancellationToken cancellationToken)
    {
        // First: who keeps results by key learns of a move before anything arrives under the new one.
        await Task.WhenAll(outcomes
            .SelectMany(outcome => outcome.Joined.Select(former => new PaperJoined { PaperId = outcome.PaperId, FormerId = former }))
            .Distinct()
            .Select(joined => bus.PublishPaperJoinedAsync(joined, cancellationToken)));

        await Task.WhenAll(outcomes.Where(outcome => outcome.Withdrawn).Select(outcome => bus.PublishPaperWithdrawnAsync(
            new PaperWithdrawn { PaperId = outcome.PaperId, ListingId = observation.ListingId, ObservedAt = observation.FetchedAt },
            cancellationToken)));

        // Its results were announced under a former key, or, when the paper moved before that, not at all.
        await Task.WhenAll(outcomes.Where(outcome => outcome.Moved is not null).Select(outcome => bus.PublishPaperEnrichedAsync(
            outcome.PaperId, outcome.Moved!, cancellationToken)));

        await Task.WhenAll(outcomes.Where(outcome => outcome.Pending).Select(outcome => bus.PublishPaperParsedAsync(
            new PaperParsed
            {
                PaperId = outcome.PaperId,
                Revision = outcome.Revision,
                Title = outcome.Title,
                Abstract = outcome.Abstract,
            },
            cancellationToken)));
    }
}
