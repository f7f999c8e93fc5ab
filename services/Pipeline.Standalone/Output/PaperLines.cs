using Pipeline.Api.Papers;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Standalone.Output;

/// <summary>Papers as JSON Lines: <c>ingest --json</c>, <c>papers export</c> and every <c>--json</c> of papers.</summary>
internal static class PaperLines
{
    public static Task WriteAsync(IAsyncEnumerable<EnrichedPaper> papers, CancellationToken cancellationToken)
        => JsonLines.WriteAsync(papers.Select(PaperView.From), cancellationToken);

    public static void Write(EnrichedPaper paper)
    {
        using var output = Console.OpenStandardOutput();
        JsonLines.Write(output, PaperView.From(paper));
    }
}
