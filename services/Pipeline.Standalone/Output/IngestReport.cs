using System.Globalization;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Ingestion;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>What a person reads at the end of an ingest: papers, counts, failures, where the data is, what to try next.</summary>
internal sealed class IngestReport(Screen screen, Deployment deployment, IPaperStore papers)
{
    private const int MaxRows = 25;
    private const int MaxRejections = 5;

    public async Task WriteAsync(IngestOutcome outcome, bool json, CancellationToken cancellationToken)
    {
        if (json)
        {
            await PaperLines.WriteAsync(papers.QueryAsync(ListedIn(outcome, limit: null), cancellationToken), cancellationToken);
        }
        else
        {
            await WriteTablesAsync(outcome, cancellationToken);
        }

        await WriteProblemsAsync(outcome);
    }

    private async Task WriteTablesAsync(IngestOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.Summary.Papers > 0)
        {
            await PaperTable.WriteAsync(screen, papers.QueryAsync(ListedIn(outcome, MaxRows), cancellationToken), cancellationToken);
            if (outcome.Summary.Papers > MaxRows)
            {
                screen.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… and {outcome.Summary.Papers - MaxRows:N0} more: papers list --limit {outcome.Summary.Papers}"));
            }
        }

        screen.Write(Counts(outcome));
        var first = await FirstAsync(outcome, cancellationToken);
        if (first is not null)
        {
            screen.WriteLine("Next: papers show " + Screen.Safe(first) + "   ·   claims search outperforms   ·   papers search WORDS");
        }
    }

    private Grid Counts(IngestOutcome outcome)
    {
        var result = outcome.Listing.Result;
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true }).AddColumn();
        if (outcome.End == IngestEnd.Unchanged)
        {
            grid.AddRow("Nothing new", "the same bytes were ingested before: nothing changed, nothing published");
        }

        grid.AddRow("Papers", Markup.Escape(Papers(outcome.Summary, outcome.End == IngestEnd.Unchanged ? null : result)));
        grid.AddRow("Claims", outcome.Summary.Claims.ToString("N0", CultureInfo.InvariantCulture));
        grid.AddRow("Topics", string.Create(CultureInfo.InvariantCulture, $"{outcome.Summary.WithTopics:N0} of {outcome.Summary.Papers:N0} papers have one"));
        grid.AddRow("Failures", Failures(outcome));
        grid.AddRow("Data", Markup.Escape(deployment.DataLocation));
        return grid;
    }

    private static string Papers(PaperSummary summary, ListingResult? result)
    {
        var total = summary.Papers.ToString("N0", CultureInfo.InvariantCulture);
        return result is null
            ? total
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{total} ({result.New:N0} new, {result.Changed:N0} changed, {result.Unchanged:N0} unchanged{Rare(result.Withdrawn, "withdrawn")}{Rare(result.Joined, "joined with another")})");
    }

    private static string Rare(int papers, string what) => papers == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {papers:N0} {what}");

    private static string Failures(IngestOutcome outcome)
    {
        if (outcome.End == IngestEnd.Refused)
        {
            return $"nothing could be read; the bytes are kept in the archive as {outcome.Listing.ContentHash[..12]}";
        }

        var rejected = outcome.Listing.Result?.Rejected ?? 0;
        var unfinished = outcome.Summary.Pending;
        return rejected + unfinished == 0 && outcome.Problem is null
            ? "none"
            : string.Create(CultureInfo.InvariantCulture, $"{rejected:N0} entries rejected, {unfinished:N0} papers unfinished");
    }

    private static async Task WriteProblemsAsync(IngestOutcome outcome)
    {
        var name = outcome.Listing.Name;
        if (outcome.Problem is { } problem)
        {
            await Console.Error.WriteLineAsync(Screen.Safe($"{name}: {problem}"));
        }

        var rejections = outcome.Listing.Result?.Rejections ?? [];
        foreach (var rejection in rejections.Take(MaxRejections))
        {
            await Console.Error.WriteLineAsync(Screen.Safe($"{name}: {rejection.Where}: {rejection.Reason}"));
        }

        var more = (outcome.Listing.Result?.Rejected ?? 0) - MaxRejections;
        if (more > 0)
        {
            await Console.Error.WriteLineAsync($"{name}: and {more} more entries rejected");
        }
    }

    private async Task<string?> FirstAsync(IngestOutcome outcome, CancellationToken cancellationToken)
    {
        await foreach (var paper in papers.QueryAsync(ListedIn(outcome, limit: 1), cancellationToken))
        {
            return paper.Id;
        }

        return null;
    }

    private static PaperQuery ListedIn(IngestOutcome outcome, int? limit)
        => new() { ListingId = outcome.Listing.Id, Order = PaperOrder.Rank, Limit = limit };
}
