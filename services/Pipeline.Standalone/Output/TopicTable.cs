using System.Globalization;
using Pipeline.Api.Topics;
using Pipeline.BuildingBlocks.Papers;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>Topics as a table: counts of the last periods, and the shape of more of them.</summary>
internal static class TopicTable
{
    /// <summary>Periods that are shown as numbers.</summary>
    public const int Columns = 4;

    /// <summary>Periods that are shown as bars.</summary>
    public const int Bars = 12;

    public static void Write(Screen screen, IReadOnlyList<TopicTrend> trends, TopicPeriod by)
    {
        if (trends.Count == 0)
        {
            screen.WriteLine("No topics.");
            return;
        }

        screen.Write(Build(trends, by));
    }

    private static Table Build(IReadOnlyList<TopicTrend> trends, TopicPeriod by)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("topic") { NoWrap = true });
        table.AddColumn(new TableColumn("name"));
        AddNumber("papers");
        foreach (var period in trends[0].Periods.TakeLast(Columns))
        {
            AddNumber(Title(period.From, by));
        }

        table.AddColumn(new TableColumn("trend") { NoWrap = true });
        AddNumber("change");
        foreach (var trend in trends)
        {
            table.AddRow(
            [
                Cell(trend.Topic),
                Cell(trend.Name ?? "-"),
                Number(trend.Papers),
                .. trend.Periods.TakeLast(Columns).Select(period => Number(period.Papers)),
                Sparkline.Of([.. trend.Periods.TakeLast(Bars).Select(period => period.Papers)]),
                trend.Change is { } change ? change.ToString("+#;-#;0", CultureInfo.InvariantCulture) : "-",
            ]);
        }

        return table;

        void AddNumber(string name) => table.AddColumn(new TableColumn(name) { Alignment = Justify.Right, NoWrap = true });
    }

    private static string Title(DateOnly from, TopicPeriod by)
        => from.ToString(by == TopicPeriod.Month ? "yyyy-MM" : "MM-dd", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Cell(string text) => Markup.Escape(Screen.Safe(text));
}
