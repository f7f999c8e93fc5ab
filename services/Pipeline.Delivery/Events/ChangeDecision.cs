using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;

namespace Pipeline.Delivery.Events;

/// <summary>Decides what is told of a paper. What stands in the store is told, and only while it is what happened.</summary>
internal static class ChangeDecision
{
    /// <summary>A paper is complete.</summary>
    /// <returns>Null when it has moved on since, to another revision, results or key: then another event says so.</returns>
    public static NewChange? OfEnriched(PaperEnriched enriched, Guid eventId, EnrichedPaper paper, EventOrigin origin)
        => paper is { Pending: false, Enriched: { } completion }
            && (paper.Id, paper.Revision) == (enriched.PaperId, enriched.Revision)
            && (completion.Revision, completion.ClaimsVersion, completion.TopicsVersion) == (enriched.Revision, enriched.ClaimsVersion, enriched.TopicsVersion)
                ? Of(eventId, paper, completion.At, withdrawn: false, origin)
                : null;

    /// <summary>A paper no longer stands.</summary>
    /// <returns>Null when it stands again.</returns>
    public static NewChange? OfWithdrawn(PaperWithdrawn withdrawn, Guid eventId, EnrichedPaper paper, EventOrigin origin)
        => paper.State == PaperState.Withdrawn ? Of(eventId, paper, withdrawn.ObservedAt, withdrawn: true, origin) : null;

    private static NewChange Of(Guid eventId, EnrichedPaper paper, DateTimeOffset at, bool withdrawn, EventOrigin origin)
    {
        var change = new NewChange
        {
            EventId = eventId,
            PaperId = paper.Id,
            FormerIds = [.. paper.Joins.Select(join => join.FormerId)],
            Revision = paper.Revision,
            At = Timestamps.ToStored(at),
            Withdrawn = withdrawn,

            // Also of an earlier revision: who was told of a paper by its topics is told when it is withdrawn.
            Topics = [.. (paper.Topics?.Analysis.Topics ?? []).Select(topic => topic.Id).Distinct(StringComparer.Ordinal)],
            Sources = PublicSources.Of(paper),
            Write = _ => default,
        };
        return change with { Write = place => EventWriter.Write(change, place, paper, origin) };
    }
}
