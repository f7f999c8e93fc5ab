using System.Globalization;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.Parser.Reparsing;
using Pipeline.Standalone.Reparsing;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>What a person reads of a reparse: each change before and after, then the totals.</summary>
internal sealed class ReparseReport(Screen screen, string dataLocation, bool dryRun)
{
    private const int MaxRows = 50;
    private const int IdLength = 12;

    private readonly Table _table = CreateTable();
    private int _rows;

    /// <summary>Takes a listing; those that stayed as they were are only counted.</summary>
    public void Add(ReparsedListing read)
    {
        if (read.End == ReparseEnd.Changed)
        {
            foreach (var (paper, change, before, after) in Rows(read))
            {
                AddRow(read.Listing, paper, change, before, after);
            }

            // Papers beyond what is kept with a listing are counted only.
            _rows += read.Counts.NowListed + read.Counts.NoLongerListed + read.Counts.Changed - read.Papers.Count;
        }
    }

    /// <summary>Prints everything taken.</summary>
    public void Write(ReparseTotals totals)
    {
        if (totals.Listings == 0)
        {
            screen.WriteLine("No listing is recorded for that.");
            return;
        }

        if (_table.Rows.Count > 0)
        {
            screen.Write(_table);
        }

        if (_rows > MaxRows)
        {
            screen.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… and {_rows - MaxRows:N0} more changes: add --json"));
        }

        screen.Write(Totals(totals));
    }

    private static Table CreateTable()
    {
        var table = new Table { Border = TableBorder.Simple, Expand = true };
        table.AddColumn("listing");
        table.AddColumn("paper or entry");
        table.AddColumn("change");
        table.AddColumn("before");
        table.AddColumn("after");
        return table;
    }

    private void AddRow(Listing listing, string? subject, string change, string? before, string? after)
    {
        _rows++;
        if (_rows <= MaxRows)
        {
            string[] cells = [$"{listing.Name} ({listing.Id[..Math.Min(IdLength, listing.Id.Length)]})", subject ?? "", change, before ?? "", after ?? ""];
            _table.AddRow([.. cells.Select(cell => Markup.Escape(Screen.Safe(cell)))]);
        }
    }

    private static IEnumerable<(string? Subject, string Change, string? Before, string? After)> Rows(ReparsedListing read)
    {
        var (old, now) = (read.Listing.Result, read.Result!);
        if (old is not null && old.ParserVersion != now.ParserVersion)
        {
            yield return (null, "parser", old.ParserVersion, now.ParserVersion);
        }

        if (old?.Format != now.Format)
        {
            yield return (null, "format", old?.Format, now.Format);
        }

        if (old?.Reason != now.Reason)
        {
            yield return (null, "broken off", old?.Reason ?? "read to its end", now.Reason ?? "read to its end");
        }

        foreach (var paper in read.Papers)
        {
            foreach (var row in Rows(paper))
            {
                yield return row;
            }
        }

        foreach (var rejection in read.NewlyRejected)
        {
            yield return (rejection.Where, "newly rejected", null, rejection.Reason);
        }

        foreach (var rejection in read.NoLongerRejected)
        {
            yield return (rejection.Where, "no longer rejected", rejection.Reason, null);
        }
    }

    private static IEnumerable<(string? Subject, string Change, string? Before, string? After)> Rows(ReparsedPaper paper)
    {
        if (paper.Difference == PaperDifference.NowListed)
        {
            yield return (paper.PaperId, "now listed", null, paper.Title);
        }
        else if (paper.Difference == PaperDifference.NoLongerListed)
        {
            yield return (paper.PaperId, "no longer listed", paper.Title, "stays stored");
        }

        foreach (var field in paper.Fields)
        {
            yield return (paper.PaperId, field.Name, field.Before, field.After);
        }
    }

    private Grid Totals(ReparseTotals totals)
    {
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true }).AddColumn();
        if (totals.Changed == 0 && totals.Unchanged > 0)
        {
            grid.AddRow("Nothing changed", "what was read again gives what is stored");
        }

        grid.AddRow("Listings", Text($"{totals.Listings:N0} ({totals.Changed:N0} changed, {totals.Unchanged:N0} unchanged, {totals.Failed:N0} failed, {totals.Waiting:N0} not yet parsed)"));
        grid.AddRow("Papers", Text($"{totals.NowListed:N0} now listed, {totals.NoLongerListed:N0} no longer listed, {totals.PapersChanged:N0} changed"));
        grid.AddRow("Fields", totals.Fields.Count == 0 ? "none" : string.Join(", ", totals.Fields.Select(field => Text($"{field.Key} {field.Value:N0}"))));
        grid.AddRow("Rejected", totals.Rejected.ToString("+#,0;-#,0;0", CultureInfo.InvariantCulture) + " entries");
        grid.AddRow(dryRun ? "Not written" : "Data", Markup.Escape(dataLocation));
        return grid;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
