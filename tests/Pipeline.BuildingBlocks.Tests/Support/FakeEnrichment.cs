using System.Collections.Concurrent;
using MassTransit;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;

namespace Pipeline.BuildingBlocks.Tests.Support;

/// <summary>A claim stage over a store in memory that can be told to fail.</summary>
internal sealed class FakeEnrichment : IEnrichment<ClaimsSection>
{
    private readonly ConcurrentDictionary<string, ClaimsSection> _saved = new(StringComparer.Ordinal);
    private int _failures;

    /// <summary>Papers that have moved to another revision.</summary>
    public HashSet<string> Moved { get; } = new(StringComparer.Ordinal);

    /// <summary>Papers whose sections the store will never take.</summary>
    public HashSet<string> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>Papers that lack nothing but this stage.</summary>
    public HashSet<string> Completing { get; } = new(StringComparer.Ordinal);

    /// <summary>Papers that cannot be done, and why: a batch with one of them fails as a whole.</summary>
    public Dictionary<string, Exception> Broken { get; } = new(StringComparer.Ordinal);

    /// <summary>Sizes of the batches that reached the store, failed ones among them.</summary>
    public ConcurrentQueue<int> Attempts { get; } = [];

    /// <summary>How each section that reached the store says it came about.</summary>
    public ConcurrentQueue<StageAttempt> Works { get; } = [];

    public IReadOnlyCollection<string> Saved => [.. _saved.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Lets so many saves fail from now on.</summary>
    public void FailSaves(int count) => Volatile.Write(ref _failures, count);

    public string Stage => StageNames.Claims;

    public DateTimeOffset At(ClaimsSection section) => section.At;

    public SectionWrite<ClaimsSection> Enrich(PaperContent paper) => new(paper.PaperId, Some.ClaimsSection(paper.Revision));

    public Task<IReadOnlyList<SectionOutcome>> SaveAsync(
        IReadOnlyList<SectionWrite<ClaimsSection>> writes, CancellationToken cancellationToken)
    {
        Attempts.Enqueue(writes.Count);
        foreach (var write in writes)
        {
            Works.Enqueue(write.Attempt);
        }

        if (writes.Select(write => Broken.GetValueOrDefault(write.PaperId)).FirstOrDefault(reason => reason is not null) is { } broken)
        {
            throw broken;
        }

        return Interlocked.Decrement(ref _failures) >= 0
            ? throw new InvalidOperationException("The store is away.")
            : Task.FromResult<IReadOnlyList<SectionOutcome>>([.. writes.Select(Save)]);
    }

    public Task AnnounceAsync(IPublishEndpoint bus, SectionWrite<ClaimsSection> write, CancellationToken cancellationToken)
        => bus.PublishClaimsExtractedAsync(
            new ClaimsExtracted
            {
                PaperId = write.PaperId,
                Revision = write.Section.Revision,
                StageVersion = write.Section.Version.ToString(),
                Claims = write.Section.Analysis.Claims.Count,
            },
            cancellationToken);

    private SectionOutcome Save(SectionWrite<ClaimsSection> write)
    {
        if (Moved.Contains(write.PaperId))
        {
            return new(SectionState.Superseded);
        }

        if (Refused.Contains(write.PaperId))
        {
            return new(SectionState.Refused, Reason: "It is larger than a document may be.");
        }

        _saved[write.PaperId] = write.Section;
        return new(SectionState.Saved, Completing.Contains(write.PaperId) ? Some.Completion(write.Section.Revision) : null);
    }
}
