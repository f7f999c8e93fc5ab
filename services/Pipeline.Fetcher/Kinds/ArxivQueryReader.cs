using System.Globalization;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Kinds;

/// <summary>The arXiv query API by submission date, in pages; a span with more papers than arXiv gives out is halved.</summary>
internal sealed class ArxivQueryReader : ISourceReader
{
    private const string PublicBase = "https://export.arxiv.org";

    // What arXiv gives out of one query.
    private const int MostPapers = 30_000;

    public bool Reads(SourceKind kind) => kind == SourceKind.ArxivQuery;

    public async Task<Step> StepAsync(SourceVisit visit, string? cursor, CancellationToken cancellationToken)
    {
        var at = Cursor.Read<Position>(cursor) ?? Begin(visit);
        if (at.Windows.Count == 0)
        {
            return new(null) { Answers = [.. visit.FutureDays(visit.Today)] };
        }

        var taken = await visit.TakeAsync(Ask(visit, at), cancellationToken);
        var step = new Step(null) { Pages = 1, Unchanged = taken.UnchangedCount };
        if (TooMany(visit, taken.Page))
        {
            return step with { Cursor = Cursor.Write(Split(visit, at)) };
        }

        var read = at with
        {
            Start = at.Start + taken.Page.Entries,
            Listings = taken.Listing is { } listing ? ListingIds.Add(at.Listings, listing.Id) : at.Listings,
        };
        return read.Start < taken.Page.Total
            ? step with { Cursor = Cursor.Write(read) }
            : End(visit, read, step);
    }

    private static Position Begin(SourceVisit visit)
    {
        var last = visit.Last < visit.Today ? visit.Last : visit.Today;
        return new(visit.First, visit.First > last ? [] : [QueryWindow.Of(visit.First, last, visit.Zone)], 0, "", visit.Now, last);
    }

    private static Ask<QueryPage> Ask(SourceVisit visit, Position at)
    {
        var source = visit.Source;
        var query = Uri.EscapeDataString($"({source.Query}) AND submittedDate:{at.Windows[0]}");
        var rest = string.Create(
            CultureInfo.InvariantCulture,
            $"/api/query?search_query={query}&start={at.Start}&max_results={source.PageSize}&sortBy=submittedDate&sortOrder=ascending");
        return new(SourceAccess.At(source, PublicBase, rest), AnswerForm.Xml, (content, _) => new(Checked(QueryPage.Read(content), at.Start)))
        {
            Lists = page => page.Entries > 0 && !TooMany(visit, page),
            ErrorWords = QueryPage.ErrorIn,
        };
    }

    // arXiv sometimes gives an empty page of a query that has more: recorded as the end, it would lose papers.
    private static QueryPage Checked(QueryPage page, int start) => page switch
    {
        { Error: { } error } => throw FetchException.Permanent($"arXiv says: {error}"),
        { Total: null } => throw FetchException.Transient("the page does not say how many papers there are in all (totalResults)"),
        { Entries: 0 } when page.Total > start
            => throw FetchException.Transient($"the page is empty although {page.Total} papers were found, of which {start} were given"),
        _ => page,
    };

    private static bool TooMany(SourceVisit visit, QueryPage page)
        => page.Total > Math.Min(MostPapers, (long)visit.Source.PageSize * ListingIds.Most);

    private static Position Split(SourceVisit visit, Position at)
    {
        if (!at.Windows[0].CanSplit)
        {
            throw FetchException.Permanent($"more than {MostPapers} papers, or {ListingIds.Most} pages, in one minute {at.Windows[0]}: make Query narrower or PageSize larger");
        }

        // Pages read before the count grew too large are asked for again.
        var (early, late) = at.Windows[0].Split(visit.Zone);
        return at with { Windows = [early, late, .. at.Windows.Skip(1)], Start = 0 };
    }

    private static Step End(SourceVisit visit, Position read, Step step)
    {
        var rest = read.Windows.Skip(1).ToList();
        var next = rest.Count > 0 ? SourceDays.At(rest[0].First, visit.Zone) : read.Last.AddDays(1);
        var answers = SourceDays.Between(read.Day, next.AddDays(-1))
            .Select(day => visit.Answer(day, DayVerdict.Read(day, visit.Zone, read.AskedAt), ListingIds.Unpack(read.Listings), day))
            .ToList();
        if (rest.Count == 0)
        {
            return step with { Answers = [.. answers, .. visit.FutureDays(read.Last)] };
        }

        // The parts of one day share its listings.
        var on = answers.Count == 0 ? read with { Windows = rest, Start = 0 } : new(next, rest, 0, "", visit.Now, read.Last);
        return step with { Cursor = Cursor.Write(on), Answers = answers };
    }

    private sealed record Position(
        DateOnly Day, List<QueryWindow> Windows, int Start, string Listings, DateTimeOffset AskedAt, DateOnly Last);
}
