using Pipeline.BuildingBlocks.Subscriptions;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>What was done to subscriptions, and by whom.</summary>
internal static class SubscriptionEventTable
{
    public static void Write(Screen screen, IReadOnlyList<SubscriptionEvent> events)
    {
        if (events.Count == 0)
        {
            screen.WriteLine("Nothing was done.");
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        foreach (var name in new[] { "at", "subscription", "by", "what", "detail" })
        {
            table.AddColumn(new TableColumn(name));
        }

        foreach (var what in events)
        {
            table.AddRow(Cell(DayText.Utc(what.At)), Cell(what.Name), Cell(what.By), Cell(what.Action), Cell(what.Detail ?? ""));
        }

        screen.Write(table);
    }

    private static string Cell(string text) => Markup.Escape(Screen.Safe(text));
}
