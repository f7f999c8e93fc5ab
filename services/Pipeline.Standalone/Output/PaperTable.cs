using System.Globalization;
using Pipeline.BuildingBlocks.Papers;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>Papers as a table: one row a paper.</summary>
internal static class PaperTable
{
    /// <summary>Prints a table.</summary>
    /// <returns>Rows printed.</returns>
    public static async Task<int> WriteAsync(Screen screen, IAsyncEnumerable<EnrichedPaper> papers, CancellationToken cancellationToken)
    {
        var table = new Table { Border = TableBorder.Simple, Expand = true };
        table.AddColumn(new TableColumn("paper") { NoWrap = true });
        table.AddColumn(new TableColumn("title"));
        table.AddColumn(new TableColumn("claims") { Alignment = Justify.Right, NoWrap = true });
        table.AddColumn(new TableColumn("topics") { NoWrap = true });

        await foreach (var paper in papers.WithCancellation(cancellationToken))
        {
            table.AddRow(
                Markup.Escape(Screen.Safe(paper.Id)),
                Markup.Escape((paper.State == PaperState.Withdrawn ? "WITHDRAWN: " : "") + Screen.Safe(paper.Title)),
                paper.Claims is null ? "…" : paper.Claims.Analysis.Claims.Count.ToString(CultureInfo.InvariantCulture),
                Markup.Escape(Topics(paper)));
        }

        if (table.Rows.Count == 0)
        {
            screen.WriteLine("No papers.");
            return 0;
        }

        screen.Write(table);
        return table.Rows.Count;
    }

    private static string Topics(EnrichedPaper paper) => paper.Topics switch
    {
        null => "…",
        { Analysis.Topics: [] } => "-",
        { Analysis.Topics: var topics } => string.Join(' ', topics.Take(3).Select(topic => topic.Id)),
    };
}
