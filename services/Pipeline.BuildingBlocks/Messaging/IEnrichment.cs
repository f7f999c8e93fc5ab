using MassTransit;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>What an enrichment stage reads: the text of one revision of a paper.</summary>
/// <param name="PaperId">Key of the paper.</param>
/// <param name="Revision">Revision the text belongs to.</param>
/// <param name="Title">Title.</param>
/// <param name="Abstract">Abstract; spans count in it.</param>
public sealed record PaperContent(string PaperId, string Revision, string Title, string Abstract);

/// <summary>One enrichment stage: what differs between stages. <see cref="EnrichmentBatch"/> is what they share.</summary>
public interface IEnrichment<TSection>
{
    /// <summary>Name of the stage, as <see cref="StageNames"/> has it.</summary>
    string Stage { get; }

    /// <summary>Decides. Total: any text at all gives a section.</summary>
    SectionWrite<TSection> Enrich(PaperContent paper);

    /// <summary>When a section was made.</summary>
    DateTimeOffset At(TSection section);

    /// <summary>Stores sections, guarded by their revisions; one outcome a write, in order.</summary>
    Task<IReadOnlyList<SectionOutcome>> SaveAsync(IReadOnlyList<SectionWrite<TSection>> writes, CancellationToken cancellationToken);

    /// <summary>Publishes the stage's own event for a stored section, with a deterministic id.</summary>
    Task AnnounceAsync(IPublishEndpoint bus, SectionWrite<TSection> write, CancellationToken cancellationToken);
}
