using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Kinds;

/// <summary>A feed, or one address: asked once, or once a day asked for where the address holds the day.</summary>
internal sealed class AddressReader : ISourceReader
{
    public bool Reads(SourceKind kind) => kind is SourceKind.Feed or SourceKind.Http;

    public async Task<Step> StepAsync(SourceVisit visit, string? cursor, CancellationToken cancellationToken)
    {
        var isAskedByDay = visit.Source.IsAskedByDay;
        var day = Cursor.Read<Position>(cursor)?.Day ?? (isAskedByDay ? visit.First : visit.Today);
        if (isAskedByDay && day > visit.Today)
        {
            return new(null) { Answers = [.. visit.FutureDays(visit.Today)] };
        }

        var askedAt = visit.Now;
        var address = visit.Source.Address!.Replace(SourceDefinition.DatePlaceholder, SourceDays.Text(day), StringComparison.Ordinal);
        var form = visit.Source.Kind == SourceKind.Feed ? AnswerForm.Feed : AnswerForm.Listing;
        var ask = new Ask<bool>(new(address), form, (_, _) => new(true)) { IfChanged = true };
        var taken = await visit.TakeAsync(ask, cancellationToken);
        var verdict = isAskedByDay ? DayVerdict.Read(day, visit.Zone, askedAt) : new(true, null);
        return new(isAskedByDay && day < visit.Last ? Cursor.Write(new Position(day.AddDays(1))) : null)
        {
            Pages = 1,
            Unchanged = taken.UnchangedCount,
            Answers = [visit.Answer(day, verdict, taken.ListingIds, answered: null)],
        };
    }

    private sealed record Position(DateOnly Day);
}
