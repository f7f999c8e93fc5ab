using System.Globalization;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Two descriptions of one paper, and whose word counts in each field.</summary>
/// <param name="left">The one described so far.</param>
/// <param name="right">The other.</param>
/// <param name="rereads">Whether the other is an observation, which replaces what an earlier reading of its listing said.</param>
internal sealed class FieldContest(EnrichedPaper left, EnrichedPaper right, bool rereads)
{
    private readonly Dictionary<string, FieldOrigin> _left = OriginsOf(left);
    private readonly Dictionary<string, FieldOrigin> _right = OriginsOf(right);
    private readonly Dictionary<FieldOrigin, List<string>> _fields = [];

    /// <summary>Where every field that was picked came from, surest origin first.</summary>
    public IReadOnlyList<Provenance> Provenance
        => [.. _fields
            .OrderByDescending(group => group.Key.Authority)
            .ThenByDescending(group => group.Key.ObservedAt)
            .ThenBy(group => group.Key.ListingId, StringComparer.Ordinal)
            .ThenByDescending(group => group.Key.Version)
            .ThenBy(group => group.Key.SourceId, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Entry, StringComparer.Ordinal)
            .Select(group => new Provenance { Origin = group.Key, Fields = [.. group.Value.Order(StringComparer.Ordinal)] })];

    /// <summary>The value that stands, and remembers its origin.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Takes the value out of a description.</param>
    /// <param name="rank">Decides before everything else, higher wins; null where nothing does.</param>
    public T Pick<T>(string field, Func<EnrichedPaper, T> value, Func<EnrichedPaper, int>? rank = null)
    {
        var winner = RightWins(field, value, rank) ? right : left;
        if ((ReferenceEquals(winner, right) ? _right : _left).TryGetValue(field, out var origin))
        {
            Remember(field, origin);
        }

        return value(winner);
    }

    /// <summary>Settles whether the paper stands.</summary>
    public PaperState PickState()
    {
        var claims = StateClaims.Join(
            StateClaims.Of(ProvenanceOf(left)), [.. StateClaims.Of(ProvenanceOf(right))], rereads);
        foreach (var claim in claims)
        {
            Remember(StateClaims.FieldOf(claim), claim.Origin);
        }

        return StateClaims.Sum(claims);
    }

    private bool RightWins<T>(string field, Func<EnrichedPaper, T> value, Func<EnrichedPaper, int>? rank)
    {
        if (!_right.TryGetValue(field, out var theirs))
        {
            return false;
        }

        if (!_left.TryGetValue(field, out var ours) || (rereads && FieldPrecedence.Rereads(theirs, ours)))
        {
            return true;
        }

        var order = rank is null ? 0 : rank(right).CompareTo(rank(left));
        order = order != 0 ? order : FieldPrecedence.Compare(field, theirs, ours);

        // One observation said both, of papers that turned out to be one.
        return order > 0 || (order == 0 && string.CompareOrdinal(Text(value(right)), Text(value(left))) > 0);
    }

    private void Remember(string field, FieldOrigin origin)
    {
        if (!_fields.TryGetValue(origin, out var fields))
        {
            _fields.Add(origin, fields = []);
        }

        fields.Add(field);
    }

    private static Dictionary<string, FieldOrigin> OriginsOf(EnrichedPaper paper)
        => ProvenanceOf(paper)
            .SelectMany(group => group.Fields.Where(field => field is not (FieldNames.Active or FieldNames.Withdrawn))
                .Select(field => KeyValuePair.Create(field, group.Origin)))
            .ToDictionary(StringComparer.Ordinal);

    // A paper stored before origins were kept: everything counts as said by an index when its text was observed.
    private static IReadOnlyList<Provenance> ProvenanceOf(EnrichedPaper paper)
        => paper.Provenance is { Count: > 0 } known ? known :
        [
            new()
            {
                Origin = new()
                {
                    Authority = SourceAuthority.Index,
                    ObservedAt = paper.ObservedAt,
                    ListingId = paper.ContentListingId,
                    SourceId = paper.Sightings.FirstOrDefault(sighting => sighting.ListingId == paper.ContentListingId)?.SourceId ?? "",
                },
                Fields = FieldNames.Given(paper),
            },
        ];

    private static string Text<T>(T value) => value switch
    {
        DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
        IEnumerable<string> list => string.Join('\n', list),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
