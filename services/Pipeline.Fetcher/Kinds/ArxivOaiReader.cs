using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Kinds;

/// <summary>An OAI-PMH repository by modification date, a week at a time, part by part along its resumption tokens.</summary>
internal sealed class ArxivOaiReader : ISourceReader
{
    private const string PublicBase = "https://oaipmh.arxiv.org/oai";

    // Tokens live for a day: a longer span might never come to its end.
    private const int WindowDays = 7;

    private const int MostRestarts = 3;

    public bool Reads(SourceKind kind) => kind == SourceKind.ArxivOai;

    public async Task<Step> StepAsync(SourceVisit visit, string? cursor, CancellationToken cancellationToken)
    {
        var at = Cursor.Read<Position>(cursor) ?? Window(visit, visit.First);
        if (at is null)
        {
            return new(null) { Answers = [.. visit.FutureDays(visit.Today)] };
        }

        var taken = await visit.TakeAsync(Ask(visit, at), cancellationToken);
        var step = new Step(null) { Pages = 1, Unchanged = taken.UnchangedCount };
        if (taken.Page.ErrorCode == "badResumptionToken")
        {
            return step with { Cursor = Cursor.Write(Restart(at)) };
        }

        var read = at with { Listings = taken.Listing is { } listing ? ListingIds.Add(at.Listings, listing.Id) : at.Listings };
        return taken.Page.Token is { } token
            ? step with { Cursor = Cursor.Write(read with { Token = token }) }
            : End(visit, read, step);
    }

    private static Position? Window(SourceVisit visit, DateOnly from)
    {
        var last = visit.Last < visit.Today ? visit.Last : visit.Today;
        var to = from.AddDays(WindowDays - 1);
        return from > last ? null : new(from, to < last ? to : last, null, "", 0, visit.Now);
    }

    private static Ask<HarvestPage> Ask(SourceVisit visit, Position at)
    {
        var source = visit.Source;
        var rest = at.Token is { } token
            ? $"?verb=ListRecords&resumptionToken={Uri.EscapeDataString(token)}"
            : $"?verb=ListRecords&metadataPrefix={Uri.EscapeDataString(source.MetadataPrefix)}&from={SourceDays.Text(at.From)}&until={SourceDays.Text(at.To)}"
                + (string.IsNullOrEmpty(source.Set) ? "" : $"&set={Uri.EscapeDataString(source.Set)}");
        return new(SourceAccess.At(source, PublicBase, rest), AnswerForm.Xml, (content, _) => new(Checked(HarvestPage.Read(content), at)))
        {
            Lists = page => page.Records > 0,
        };
    }

    private static HarvestPage Checked(HarvestPage page, Position at) => page switch
    {
        { ErrorCode: "noRecordsMatch" } => page,
        { ErrorCode: "badResumptionToken" } when at.Token is not null => page,
        { ErrorCode: { } code } => throw FetchException.Permanent($"the repository says {code}: {page.ErrorText}"),
        { Token: { } token } when token == at.Token => throw FetchException.Transient("the repository gave the same resumption token again"),
        { Token: null, Records: 0 } when at.Token is null || !page.IsLast => throw FetchException.Transient("the answer has neither records nor an error"),
        _ when ListingIds.IsFull(at.Listings) => throw FetchException.Permanent(
            $"more than {ListingIds.Most} parts in {SourceDays.Text(at.From)} to {SourceDays.Text(at.To)}: make Set narrower, or ask for fewer days"),
        _ => page,
    };

    private static Position Restart(Position at)
        => at.Restarts < MostRestarts
            ? at with { Token = null, Listings = "", Restarts = at.Restarts + 1 }
            : throw FetchException.Permanent($"resumption tokens expired {MostRestarts + 1} times before {SourceDays.Text(at.From)} to {SourceDays.Text(at.To)} was read");

    private static Step End(SourceVisit visit, Position read, Step step)
    {
        var ids = ListingIds.Unpack(read.Listings);
        var answers = SourceDays.Between(read.From, read.To)
            .Select(day => visit.Answer(day, DayVerdict.Over(SourceDays.IsOverAlsoInUtc(day, visit.Zone, read.AskedAt)), ids, day))
            .ToList();
        return read.To < visit.Last && Window(visit, read.To.AddDays(1)) is { } next
            ? step with { Cursor = Cursor.Write(next), Answers = answers }
            : step with { Answers = [.. answers, .. visit.FutureDays(read.To)] };
    }

    private sealed record Position(DateOnly From, DateOnly To, string? Token, string Listings, int Restarts, DateTimeOffset AskedAt);
}
