using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;
using Pipeline.Delivery.Events;

namespace Pipeline.Delivery;

/// <summary>Something that a stage says happened to a paper.</summary>
/// <param name="EventId">Id of its message, and of the public event: the same when it is said again.</param>
/// <param name="PaperId">The paper.</param>
/// <param name="Decide">What is to be told of the paper as it stands, by a source; null when this is no longer true of it.</param>
internal sealed record Announcement(Guid EventId, string PaperId, Func<EnrichedPaper, string, NewChange?> Decide)
{
    public static Announcement Of(Guid? id, PaperEnriched enriched)
        => new(Known(id), enriched.PaperId, (paper, source) => ChangeDecision.OfEnriched(enriched, Known(id), paper, source));

    public static Announcement Of(Guid? id, PaperWithdrawn withdrawn)
        => new(Known(id), withdrawn.PaperId, (paper, source) => ChangeDecision.OfWithdrawn(withdrawn, Known(id), paper, source));

    private static Guid Known(Guid? id) => id ?? throw new InvalidDataException("The message has no id, so its event could not be told from others.");
}
