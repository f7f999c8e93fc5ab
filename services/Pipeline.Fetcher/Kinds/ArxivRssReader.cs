using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Kinds;

/// <summary>arXiv's feed of announcements: one answer, for the day the feed says it is of.</summary>
internal sealed class ArxivRssReader : ISourceReader
{
    private const string PublicBase = "https://rss.arxiv.org";

    // The Atom form of the feed does not say it: nothing is announced on these days.
    private static readonly DayOfWeek[] DaysOff = [DayOfWeek.Saturday, DayOfWeek.Sunday];

    public bool Reads(SourceKind kind) => kind == SourceKind.ArxivRss;

    public async Task<Step> StepAsync(SourceVisit visit, string? cursor, CancellationToken cancellationToken)
    {
        var taken = await visit.TakeAsync(Ask(visit), cancellationToken);
        var page = taken.Page;
        var day = page.Day ?? visit.Today;
        return new(null)
        {
            Pages = 1,
            Unchanged = taken.UnchangedCount,
            Answers = [visit.Answer(day, Verdict(page, day, visit.Source), taken.ListingIds, page.Day)],
        };
    }

    private static Ask<FeedPage> Ask(SourceVisit visit)
    {
        // Subjects are joined with + in the path, where it stands for itself.
        var subjects = Uri.EscapeDataString(visit.Source.Set!).Replace("%2B", "+", StringComparison.Ordinal);
        return new(SourceAccess.At(visit.Source, PublicBase, $"/atom/{subjects}"), AnswerForm.Xml, (content, _) => new(FeedPage.Read(content)))
        {
            IfChanged = true,
            Lists = page => page.Items > 0,
        };
    }

    private static DayVerdict Verdict(FeedPage page, DateOnly day, SourceDefinition source)
    {
        if (!page.IsWhole)
        {
            return new(false, $"the feed is broken or cut short after {page.Items} papers");
        }

        if (page.Day is null)
        {
            return new(false, "the feed does not say which day it is of");
        }

        var daysOff = DaysOff.Concat(page.SkipDays).Concat(source.SkipDays);
        return page.Items > 0 ? new(true, null)
            : daysOff.Contains(day.DayOfWeek) ? new(true, $"nothing is announced on a {day.DayOfWeek}")
            : new(false, "the feed is empty; it may be a holiday, or not be out yet");
    }
}
