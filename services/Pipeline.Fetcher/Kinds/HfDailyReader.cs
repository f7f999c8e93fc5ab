using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Kinds;

/// <summary>Hugging Face Daily Papers: day by day, page by page, until a page is empty or short.</summary>
internal sealed class HfDailyReader : ISourceReader
{
    private const string PublicBase = "https://huggingface.co";
    private const int Limit = 100;

    // More papers than a day ever had; a server that ignores the page number would never end.
    private const int MaxPages = 50;

    public bool Reads(SourceKind kind) => kind == SourceKind.HfDaily;

    public async Task<Step> StepAsync(SourceVisit visit, string? cursor, CancellationToken cancellationToken)
    {
        var at = Cursor.Read<Position>(cursor) ?? new(visit.First, 0, "", null, 0, visit.Now);
        if (at.Day > visit.Today)
        {
            return new(null) { Answers = [.. visit.FutureDays(visit.Today)] };
        }

        var taken = await visit.TakeAsync(Ask(visit, at), cancellationToken);
        var listings = taken.Listing is { } listing ? ListingIds.Add(at.Listings, listing.Id) : at.Listings;
        var read = at with
        {
            Page = at.Page + 1,
            Papers = at.Papers + taken.Page.Papers,
            Shown = at.Page == 0 ? taken.Page.Day : at.Shown,
            Listings = listings,
        };

        // A page that brings nothing new ends the day as an empty one does.
        var goesOn = taken.Page.Papers >= Limit && read.Shown == at.Day && listings != at.Listings && read.Page < MaxPages;
        return goesOn
            ? new(Cursor.Write(read)) { Pages = 1, Unchanged = taken.UnchangedCount }
            : new(Next(visit, at.Day)) { Pages = 1, Unchanged = taken.UnchangedCount, Answers = [Answer(visit, read)] };
    }

    private static Ask<DailyPage> Ask(SourceVisit visit, Position at)
        => new(
            SourceAccess.At(visit.Source, PublicBase, $"/api/daily_papers?date={SourceDays.Text(at.Day)}&limit={Limit}&p={at.Page}"),
            AnswerForm.JsonArray,
            (content, cancellationToken) => DailyPage.ReadAsync(content, at.Day, cancellationToken))
        {
            IfChanged = true,
            Lists = page => page.Papers > 0,
        };

    private static DayAnswer Answer(SourceVisit visit, Position read)
    {
        var isOver = SourceDays.IsOverAlsoInUtc(read.Day, visit.Zone, read.AskedAt);
        var verdict = DayVerdict.Shown(read.Day, read.Shown, read.Papers, visit.Source.SkipDays.Contains(read.Day.DayOfWeek), isOver);
        return visit.Answer(read.Day, verdict, ListingIds.Unpack(read.Listings), read.Shown);
    }

    private static string? Next(SourceVisit visit, DateOnly day)
        => day < visit.Last ? Cursor.Write(new Position(day.AddDays(1), 0, "", null, 0, visit.Now)) : null;

    private sealed record Position(DateOnly Day, int Page, string Listings, DateOnly? Shown, int Papers, DateTimeOffset AskedAt);
}
