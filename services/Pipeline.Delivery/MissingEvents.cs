using System.Runtime.CompilerServices;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Delivery;

/// <summary>Complete papers that the change log does not tell of: their message is on its way, or was lost.</summary>
public sealed class MissingEvents(ICompletedPapers completed, IChangeLog log)
{
    private const int PageSize = 500;

    /// <summary>Streams them, of those completed since a time, to the second; the earliest first.</summary>
    public async IAsyncEnumerable<CompletedPaper> FindAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in completed.SinceAsync(since, cancellationToken).Chunk(PageSize).WithCancellation(cancellationToken))
        {
            var told = await log.FindAsync([.. page.Select(IdOf)], cancellationToken);
            foreach (var paper in page.Where(paper => !told.ContainsKey(IdOf(paper))))
            {
                yield return paper;
            }
        }
    }

    private static Guid IdOf(CompletedPaper paper) => PublishingExtensions.PaperEnrichedId(paper.PaperId, paper.Completion);
}
