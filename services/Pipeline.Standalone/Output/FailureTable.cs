using System.Globalization;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.Standalone.SourceWork;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>Failed messages as tables: by cause, or one by one.</summary>
internal static class FailureTable
{
    /// <summary>Groups of messages, and how many there are in all.</summary>
    public static void Write(Screen screen, IReadOnlyList<FailureGroup> groups, IReadOnlyList<FailureGroup> shown, DateTimeOffset now)
    {
        if (groups.Count == 0)
        {
            screen.WriteLine("None.");
            return;
        }

        var table = CreateTable("stage", "state", "count", "oldest", "newest", "cause", "example");
        foreach (var group in shown)
        {
            table.AddRow(
                Cell(group.Stage),
                FailureLine.Word(group.State),
                group.Count.ToString("N0", CultureInfo.InvariantCulture),
                Age(group.Oldest, now),
                Age(group.Newest, now),
                Cell($"{FailureLine.Word(group.Cause)}: {group.Group}"),
                group.Example.ToString("D"));
        }

        screen.Write(table);
        var total = groups.Sum(group => group.Count);
        screen.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{total:N0} messages, {shown.Count:N0} of {groups.Count:N0} groups. One by one: --each"));
    }

    /// <summary>Messages.</summary>
    public static void Write(Screen screen, IReadOnlyList<FailedMessage> failures, DateTimeOffset now)
    {
        if (failures.Count == 0)
        {
            screen.WriteLine("None.");
            return;
        }

        var table = CreateTable("id", "stage", "state", "failed", "due", "times", "about", "reason");
        foreach (var failure in failures)
        {
            table.AddRow(
                failure.Id.ToString("D"),
                Cell(failure.Stage),
                FailureLine.Word(failure.State),
                Age(failure.LastFailedAt, now),
                failure.State == FailureState.Waiting ? Until(failure.DueAt, now) : "",
                failure.Failures.ToString(CultureInfo.InvariantCulture),
                Cell(failure.PaperId ?? failure.SourceId ?? ""),
                Cell(failure.Reason));
        }

        screen.Write(table);
    }

    private static string Age(DateTimeOffset at, DateTimeOffset now) => $"{BackfillPace.Span(now > at ? now - at : TimeSpan.Zero)} ago";

    private static string Until(DateTimeOffset at, DateTimeOffset now) => at > now ? $"in {BackfillPace.Span(at - now)}" : "now";

    private static Table CreateTable(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var name in columns)
        {
            table.AddColumn(new TableColumn(name) { NoWrap = name is "id" or "example" or "count" or "stage" });
        }

        return table;
    }

    private static string Cell(string text) => Markup.Escape(Screen.Safe(text));
}
