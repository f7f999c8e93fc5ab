using System.Globalization;
using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>Claims as a table: type, quote, paper.</summary>
internal static class ClaimTable
{
    public static async Task WriteAsync(Screen screen, IAsyncEnumerable<ClaimHit> hits, CancellationToken cancellationToken)
    {
        var table = new Table { Border = TableBorder.Simple, Expand = true, ShowRowSeparators = true };
        table.AddColumn(new TableColumn("type") { NoWrap = true });
        table.AddColumn(new TableColumn("confidence") { Alignment = Justify.Right, NoWrap = true });
        table.AddColumn(new TableColumn("quote"));
        table.AddColumn(new TableColumn("paper") { NoWrap = true });

        await foreach (var hit in hits.WithCancellation(cancellationToken))
        {
            table.AddRow(
                JsonNamingPolicy.KebabCaseLower.ConvertName(hit.Claim.Type.ToString()),
                hit.Claim.Confidence.ToString("0.00", CultureInfo.InvariantCulture),
                Markup.Escape(Screen.Safe(hit.Claim.Text)),
                Markup.Escape(Screen.Safe(hit.PaperId)));
        }

        if (table.Rows.Count == 0)
        {
            screen.WriteLine("No claims.");
        }
        else
        {
            screen.Write(table);
        }
    }
}
