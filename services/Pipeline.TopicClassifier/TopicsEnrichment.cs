using MassTransit;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;
using Pipeline.TopicClassifier.Classification;
using Pipeline.TopicClassifier.Classification.Keyphrases;

namespace Pipeline.TopicClassifier;

/// <summary>The topic stage between messages and store.</summary>
internal sealed class TopicsEnrichment(TopicAnalyzer analyzer, IPaperStore store, TimeProvider time) : IEnrichment<TopicsSection>
{
    public string Stage => StageNames.Topics;

    public SectionWrite<TopicsSection> Enrich(PaperContent paper) => new(
        paper.PaperId,
        new TopicsSection
        {
            Revision = paper.Revision,
            Version = analyzer.Version,
            At = time.GetStoredNow(),
            Analysis = analyzer.Analyze(paper.Title, paper.Abstract) with { Keyphrases = KeyphraseExtractor.Extract(paper.Title, paper.Abstract) },
        });

    public DateTimeOffset At(TopicsSection section) => section.At;

    public Task<IReadOnlyList<SectionOutcome>> SaveAsync(IReadOnlyList<SectionWrite<TopicsSection>> writes, CancellationToken cancellationToken)
        => store.SaveTopicsAsync(writes, cancellationToken);

    public Task AnnounceAsync(IPublishEndpoint bus, SectionWrite<TopicsSection> write, CancellationToken cancellationToken)
        => bus.PublishTopicsClassifiedAsync(
            new TopicsClassified
            {
                PaperId = write.PaperId,
                Revision = write.Section.Revision,
                StageVersion = write.Section.Version.ToString(),
                Topics = [.. write.Section.Analysis.Topics.Select(topic => topic.Id)],
            },
            cancellationToken);
}
