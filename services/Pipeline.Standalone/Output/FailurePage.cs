using System.Globalization;
using System.Text;
using System.Text.Json;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Papers;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>All that is known of one failed message.</summary>
internal static class FailurePage
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the page.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="failure">The message.</param>
    /// <param name="timeline">The timeline of its paper; empty when it is about none that is stored.</param>
    public static void Write(Screen screen, FailedMessage failure, IReadOnlyList<TimelineEntry> timeline)
    {
        screen.Write(Summary(failure));
        Section(screen, "What was done", failure.Acts.Select(act => $"{DayText.Utc(act.At)}  {act.What} by {act.By}{(act.Why is { } why ? $": {why}" : "")}"));
        if (timeline.Count > 0)
        {
            screen.WriteLine();
            screen.WriteLine($"Timeline of {Screen.Safe(failure.PaperId ?? "")}");
            TimelineTable.Write(screen, PaperTimeline.Measure(timeline));
        }

        Section(screen, "Headers", failure.Headers.Select(header => $"{header.Name}: {header.Value}"));
        Section(screen, "Stack", (failure.Stack ?? "").Split('\n'));
        Section(screen, "Body", Body(failure).Split('\n'));
    }

    private static Grid Summary(FailedMessage failure)
    {
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true }).AddColumn();
        void Row(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                grid.AddRow(name, Markup.Escape(Screen.Safe(value)));
            }
        }

        Row("Message", $"{failure.Id:D}, {FailureLine.Word(failure.State)}{(failure.State == FailureState.Waiting ? $", due {DayText.Utc(failure.DueAt)}" : "")}");
        Row("Type", failure.Type);
        Row("Paper", failure.PaperId);
        Row("Source", failure.SourceId);
        Row("Queue", failure.Queue);
        Row("Message id", failure.MessageId?.ToString("D"));
        Row("Cause", $"{FailureLine.Word(failure.Cause)}: {failure.Reason}");
        Row("Failed", string.Create(
            CultureInfo.InvariantCulture,
            $"{failure.Failures} times, {failure.Attempts} of them counted; first {DayText.Utc(failure.FirstFailedAt)}, last {DayText.Utc(failure.LastFailedAt)}"));
        return grid;
    }

    private static void Section(Screen screen, string title, IEnumerable<string> lines)
    {
        var all = lines.Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).ToList();
        if (all.Count == 0)
        {
            return;
        }

        screen.WriteLine();
        screen.WriteLine(title);
        foreach (var line in all)
        {
            screen.WriteLine($"  {Screen.Safe(line)}");
        }
    }

    private static string Body(FailedMessage failure)
    {
        try
        {
            using var document = JsonDocument.Parse(failure.Body);
            return JsonSerializer.Serialize(document.RootElement, Indented);
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetString(failure.Body);
        }
    }
}
