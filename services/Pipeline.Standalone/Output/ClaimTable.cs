using System.Globalization;
using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>Claims as a table: kind, numbers, quote under its paper. Three columns, so that it can be read at 80 characters, too.</summary>
internal static class ClaimTable
{
    private const int NumbersWidth = 24;

    public static async Task WriteAsync(Screen screen, IAsyncEnumerable<ClaimHit> hits, ClaimFilter filter, CancellationToken cancellationToken)
    {
        var table = await BuildAsync(hits, filter, screen.Color, cancellationToken);
        if (table.Rows.Count == 0)
        {
            screen.WriteLine("No claims.");
        }
        else
        {
            screen.Write(table);
        }
    }

    /// <summary>Builds the table; of each claim it lists the numbers that the filter asks for.</summary>
    public static async Task<Table> BuildAsync(IAsyncEnumerable<ClaimHit> hits, ClaimFilter filter, bool color, CancellationToken cancellationToken)
    {
        var table = new Table { Border = TableBorder.Simple, Expand = true, ShowRowSeparators = true };
        table.AddColumn(new TableColumn("claim") { NoWrap = true });
        table.AddColumn(new TableColumn("numbers") { Width = NumbersWidth });
        table.AddColumn(new TableColumn("paper and quote"));
        await foreach (var hit in hits.WithCancellation(cancellationToken))
        {
            var quantities = filter.Quantities(hit.Claim).ToList();
            table.AddRow(Kind(hit), string.Join("\n", quantities.SelectMany(Number)), $"{Paper(hit)}\n{EvidenceText.Quote(hit.Claim, quantities, color)}");
        }

        return table;
    }

    private static string Kind(ClaimHit hit) => string.Create(
        CultureInfo.InvariantCulture,
        $"{JsonNamingPolicy.KebabCaseLower.ConvertName(hit.Claim.Type.ToString())}\n{hit.Claim.Confidence:0.00}{(hit.Main ? " main" : "")}");

    private static string Paper(ClaimHit hit) => $"[bold]{Escape(hit.Title)}[/]\n{Escape(hit.PaperId)}";

    // Which way it goes stands beside the number, the rest below it.
    private static IEnumerable<string> Number(Quantity quantity)
    {
        var changes = quantity.Direction != QuantityDirection.None;
        var about = QuantityText.About(quantity).Select(Escape).ToList();
        return about.Skip(changes ? 1 : 0).Select(line => $"- {line}")
            .Prepend($"[bold]{Escape(quantity.Text)}[/]{(changes ? $" {about[0]}" : "")}");
    }

    private static string Escape(string text) => Markup.Escape(Screen.Safe(text));
}
