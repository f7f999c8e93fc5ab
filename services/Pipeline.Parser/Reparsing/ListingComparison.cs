using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing;

namespace Pipeline.Parser.Reparsing;

/// <summary>Compares what a listing gives now with what is stored, entry by entry. Writes nothing.</summary>
internal sealed class ListingComparison(Listing listing)
{
    private readonly Observation _observation = new(listing.Id, listing.SourceId, listing.FetchedAt);
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
    private readonly List<ReparsedPaper> _papers = [];
    private readonly SortedDictionary<string, int> _fields = new(StringComparer.Ordinal);
    private readonly List<Rejection> _rejections = [];
    private int _count;
    private int _nowListed;
    private int _noLongerListed;
    private int _changed;
    private int _rejected;
    private bool _withdraws;
    private string? _reason;

    /// <summary>How many papers the former reading listed that this one does not. Known once every entry was taken.</summary>
    public int Missing => Math.Max(0, Former.Papers + _nowListed - _count);

    private ListingResult Former { get; } = listing.Result ?? new() { ParsedAt = listing.FetchedAt, ParserVersion = "" };

    /// <summary>Takes a paper of the new reading.</summary>
    /// <param name="stored">The stored paper that it is; null when there is none.</param>
    /// <param name="listed">The paper.</param>
    public void Take(EnrichedPaper? stored, ParsedPaper listed)
    {
        _count++;
        _listed.Add(stored?.Id ?? listed.Id);
        var merged = PaperMerge.Apply(stored, listed, _observation);
        if (ReferenceEquals(merged, stored))
        {
            return;
        }

        var isNew = stored is null || (!SeenHere(stored) && SeenHere(merged));
        var fields = stored is null ? [] : PaperFields.Between(stored, merged, listing.Id);
        _nowListed += isNew ? 1 : 0;
        _changed += isNew ? 0 : 1;
        foreach (var field in fields)
        {
            _fields[field.Name] = _fields.GetValueOrDefault(field.Name) + 1;
        }

        Keep(merged, isNew ? PaperDifference.NowListed : PaperDifference.Changed, fields);
    }

    /// <summary>Takes an entry of the new reading that is no paper.</summary>
    public void Take(ListingEntry entry)
    {
        switch (entry)
        {
            case ListingEntry.Rejected rejected:
                _rejected++;
                if (_rejections.Count < ListingResult.MaxRejections)
                {
                    _rejections.Add(rejected.Rejection);
                }

                break;
            case ListingEntry.Broken broken:
                BreakOff($"{broken.Where}: {broken.Reason}");
                break;
            case ListingEntry.Withdrawn:
                _withdraws = true;
                break;
        }
    }

    /// <summary>Notes why reading went no further.</summary>
    public void BreakOff(string reason) => _reason = reason;

    /// <summary>Takes a stored paper that was seen in this listing; only to be called after every entry was taken.</summary>
    public void TakeFormer(EnrichedPaper stored)
    {
        if (_listed.Contains(stored.Id) || !SeenHere(stored))
        {
            return;
        }

        _noLongerListed++;
        Keep(stored, PaperDifference.NoLongerListed, []);
    }

    /// <summary>Whether the listing has to be stored again although the papers compared equal: the store alone knows whom a withdrawal meets.</summary>
    public bool Withdraws => _withdraws;

    /// <summary>Sums up.</summary>
    /// <param name="format">Format it was read as; null when none fitted.</param>
    /// <param name="at">When reading ended.</param>
    public ReparsedListing Sum(string? format, DateTimeOffset at)
    {
        var result = Former with
        {
            ParsedAt = at,
            ParserVersion = ListingReader.Version,
            Format = format,
            Papers = _count,
            Rejected = _rejected,
            Rejections = _rejections,
            Reason = _reason,
        };
        var newly = Besides(_rejections, Former.Rejections);
        var noLonger = Besides(Former.Rejections, _rejections);
        var same = _nowListed + _noLongerListed + _changed + newly.Count + noLonger.Count == 0
            && (result.Format, result.Papers, result.Rejected, result.Reason) == (Former.Format, Former.Papers, Former.Rejected, Former.Reason);
        return new()
        {
            Listing = listing,
            End = same ? ReparseEnd.Unchanged : ReparseEnd.Changed,
            Result = result,
            Counts = new()
            {
                NowListed = _nowListed,
                NoLongerListed = _noLongerListed,
                Changed = _changed,
                Rejected = _rejected - Former.Rejected,
                Fields = _fields,
            },
            Papers = _papers,
            NewlyRejected = newly,
            NoLongerRejected = noLonger,
        };
    }

    private bool SeenHere(EnrichedPaper paper) => paper.Sightings.Any(sighting => sighting.ListingId == listing.Id);

    private void Keep(EnrichedPaper paper, PaperDifference difference, IReadOnlyList<ChangedField> fields)
    {
        if (_papers.Count < ReparsedListing.MaxPapers)
        {
            _papers.Add(new() { PaperId = paper.Id, Title = Excerpt.From(paper.Title, 0)!, Difference = difference, Fields = fields });
        }
    }

    // A reason may be worded anew; it is the same entry where it stands at the same place.
    private static List<Rejection> Besides(IReadOnlyList<Rejection> rejections, IReadOnlyList<Rejection> others)
    {
        var known = others.Select(other => other.Where).ToHashSet(StringComparer.Ordinal);
        return [.. rejections.Where(rejection => !known.Contains(rejection.Where))];
    }
}
