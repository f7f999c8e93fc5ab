using System.Globalization;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Standalone.SourceWork;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>What a person reads at the end of a run: answers, papers, failures.</summary>
internal static class RunReport
{
    private const int MaxProblems = 5;

    public static async Task WriteAsync(Screen screen, RunOutcome outcome)
    {
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true }).AddColumn();
        grid.AddRow("Run", Markup.Escape(RunTable.Line(outcome.Run)));
        grid.AddRow("Listings", outcome.Listings.Count.ToString("N0", CultureInfo.InvariantCulture));
        grid.AddRow("Papers", string.Create(
            CultureInfo.InvariantCulture, $"{outcome.Papers:N0} listed ({outcome.New:N0} new, {outcome.Changed:N0} changed), {outcome.Rejected:N0} entries rejected"));
        screen.Write(grid);
        if (outcome.Papers > 0)
        {
            screen.WriteLine("Next: papers list   ·   papers search WORDS   ·   sources coverage " + outcome.Run.SourceId);
        }

        await WriteProblemsAsync(outcome);
    }

    private static async Task WriteProblemsAsync(RunOutcome outcome)
    {
        if (outcome.Run.State == RunState.Failed)
        {
            await Console.Error.WriteLineAsync(Screen.Safe($"{outcome.Run.SourceId}: {outcome.Run.Reason ?? "failed"}"));
        }

        if (outcome.Problem is { } problem)
        {
            await Console.Error.WriteLineAsync(Screen.Safe($"{outcome.Run.SourceId}: {problem}"));
        }

        var refused = outcome.Listings.Where(listing => listing.Result?.Reason is not null).ToList();
        foreach (var listing in refused.Take(MaxProblems))
        {
            await Console.Error.WriteLineAsync(Screen.Safe($"{listing.Name}: {listing.Result!.Reason}"));
        }

        if (refused.Count > MaxProblems)
        {
            await Console.Error.WriteLineAsync($"and {refused.Count - MaxProblems} more listings with a problem");
        }
    }
}
