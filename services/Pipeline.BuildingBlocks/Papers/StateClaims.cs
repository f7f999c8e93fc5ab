namespace Pipeline.BuildingBlocks.Papers;

/// <summary>One observation's word on whether a paper stands.</summary>
internal readonly record struct StateClaim(FieldOrigin Origin, PaperState State);

/// <summary>
/// Whether a paper stands, out of everything observed: it is withdrawn once any source says so, until a later
/// observation of equal or higher authority shows it active.
/// </summary>
/// <remarks>
/// Kept are the claims that can still matter: of those that say the same, none that another of at least its authority
/// has outlived, and no withdrawal that was answered. That is a handful at most, and the same in any order of arrival.
/// </remarks>
internal static class StateClaims
{
    public static IEnumerable<StateClaim> Of(IEnumerable<Provenance> provenance)
        => provenance.SelectMany(group => group.Fields
            .Where(field => field is FieldNames.Active or FieldNames.Withdrawn)
            .Select(field => new StateClaim(group.Origin, field == FieldNames.Withdrawn ? PaperState.Withdrawn : PaperState.Active)));

    public static string FieldOf(StateClaim claim) => claim.State == PaperState.Withdrawn ? FieldNames.Withdrawn : FieldNames.Active;

    /// <summary>The state that the claims amount to.</summary>
    public static PaperState Sum(IEnumerable<StateClaim> claims)
        => claims.Any(claim => claim.State == PaperState.Withdrawn) ? PaperState.Withdrawn : PaperState.Active;

    /// <summary>Those of two sets of claims that can still matter.</summary>
    /// <param name="stored">What was known.</param>
    /// <param name="observed">What is added.</param>
    /// <param name="rereads">Whether a listing read again takes back what it said before.</param>
    public static IReadOnlyList<StateClaim> Join(IEnumerable<StateClaim> stored, IReadOnlyList<StateClaim> observed, bool rereads)
    {
        var claims = stored.Where(old => !rereads || !observed.Any(claim => FieldPrecedence.Rereads(claim.Origin, old.Origin)))
            .Concat(observed).Distinct().ToList();
        return [.. claims.Where(claim => !claims.Any(other => Settles(other, claim)))];
    }

    private static bool Settles(StateClaim other, StateClaim claim)
    {
        if (other.Origin.Authority < claim.Origin.Authority)
        {
            return false;
        }

        if (other.State != claim.State)
        {
            return other.State == PaperState.Active && other.Origin.ObservedAt > claim.Origin.ObservedAt;
        }

        return other.Origin.ObservedAt != claim.Origin.ObservedAt
            ? other.Origin.ObservedAt > claim.Origin.ObservedAt
            : other.Origin.Authority > claim.Origin.Authority || Compare(other.Origin, claim.Origin) > 0;
    }

    // Same authority, same time: the listing decides, then whatever is left to tell them apart.
    private static int Compare(FieldOrigin left, FieldOrigin right)
        => string.CompareOrdinal(left.ListingId, right.ListingId) is not 0 and var byListing
            ? byListing
            : (left.Version ?? 0).CompareTo(right.Version ?? 0) is not 0 and var byVersion
                ? byVersion
                : string.CompareOrdinal(left.SourceId, right.SourceId) is not 0 and var bySource
                    ? bySource
                    : string.CompareOrdinal(left.Entry, right.Entry);
}
