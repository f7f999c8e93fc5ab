using System.Globalization;
using Pipeline.BuildingBlocks.Subscriptions;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>What was sent for a subscription, and how it went.</summary>
internal static class AttemptTable
{
    public static void Write(Screen screen, IReadOnlyList<DeliveryAttempt> attempts)
    {
        if (attempts.Count == 0)
        {
            screen.WriteLine("Nothing was sent.");
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        foreach (var name in new[] { "at", "place", "message", "took", "status", "delivered", "note" })
        {
            table.AddColumn(new TableColumn(name));
        }

        foreach (var attempt in attempts)
        {
            table.AddRow(
                Cell(DayText.Utc(attempt.At)),
                Cell(attempt.ChangeSequence > 0 ? attempt.ChangeSequence.ToString(CultureInfo.InvariantCulture) : "-"),
                Cell(attempt.MessageId),
                Cell(Took(attempt)),
                Cell(attempt.Status?.ToString(CultureInfo.InvariantCulture) ?? "-"),
                attempt.Delivered ? "yes" : "no",
                Cell(attempt.Note ?? ""));
        }

        screen.Write(table);
    }

    /// <summary>One attempt in a sentence.</summary>
    public static string Line(string name, DeliveryAttempt attempt)
    {
        var status = attempt.Status is { } number ? $", status {number.ToString(CultureInfo.InvariantCulture)}" : "";
        return $"{name}: {(attempt.Delivered ? "delivered" : "not delivered")} in {Took(attempt)}{status}{(attempt.Note is { Length: > 0 } note ? $": {note}" : ".")}";
    }

    private static string Took(DeliveryAttempt attempt) => string.Create(CultureInfo.InvariantCulture, $"{attempt.Duration.TotalMilliseconds:0} ms");

    private static string Cell(string text) => Markup.Escape(Screen.Safe(text));
}
