using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing;

namespace Pipeline.Parser;

/// <summary>Counts what a listing gives while it is read.</summary>
internal sealed class ListingTally
{
    private readonly List<Rejection> _rejections = [];
    private int _new;
    private int _changed;
    private int _unchanged;
    private int _withdrawn;
    private int _joined;
    private int _rejected;
    private string? _reason;

    public void Count(IReadOnlyList<ParsedPaper> listed, IReadOnlyList<UpsertOutcome> outcomes)
    {
        _withdrawn += listed.Count(paper => paper.State == PaperState.Withdrawn);
        _joined += outcomes.SelectMany(outcome => outcome.Joined).Distinct(StringComparer.Ordinal).Count();
        _new += outcomes.Count(o => o.Change == PaperChange.New);
        _changed += outcomes.Count(o => o.Change == PaperChange.Changed);
        _unchanged += outcomes.Count(o => o.Change == PaperChange.Unchanged);
    }

    public void CountWithdrawn(int papers) => _withdrawn += papers;

    public void Reject(Rejection rejection)
    {
        _rejected++;
        if (_rejections.Count < ListingResult.MaxRejections)
        {
            _rejections.Add(rejection);
        }
    }

    /// <summary>A listing that gave no paper for a reason was refused as a whole.</summary>
    public static ListingState StateOf(ListingResult result)
        => result is { Papers: 0, Reason: not null } ? ListingState.Rejected : ListingState.Parsed;

    public void BreakOff(string reason) => _reason = reason;

    public ListingResult ToResult(string? format, DateTimeOffset parsedAt) => new()
    {
        ParsedAt = parsedAt,
        ParserVersion = ListingReader.Version,
        Format = format,
        Papers = _new + _changed + _unchanged,
        New = _new,
        Changed = _changed,
        Unchanged = _unchanged,
        Withdrawn = _withdrawn,
        Joined = _joined,
        Rejected = _rejected,
        Rejections = _rejections,
        Reason = _reason,
    };
}
