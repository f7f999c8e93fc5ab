namespace Pipeline.BuildingBlocks.Papers;

/// <summary>
/// Which of two observations says what a field is. A total order, field by field: the highest observation wins, so the
/// order in which observations arrive does not matter. An empty value is no observation of its field.
/// </summary>
/// <remarks>
/// | field | first | then | then | last |
/// |---|---|---|---|---|
/// | title, authors, updatedAt, categories, version | authority | paper version, none counts as 0 | later observation | listing id |
/// | abstract | the authors' before a machine's summary | as title | | |
/// | publishedAt, urls.KIND | authority | later observation | listing id | |
/// | upvotes, listedAt | later observation | listing id | | |
/// | state | see <see cref="StateClaims"/> | | | |
/// <para>
/// Of two entries of one listing that are one paper, the one with the surer key comes before the other, last of all.
/// </para>
/// <para>
/// One exception: a new reading of the very entry a value came from replaces it, whatever the order says. That is what
/// reading the archive again with a better Parser needs.
/// </para>
/// </remarks>
internal static class FieldPrecedence
{
    /// <summary>Above 0 when <paramref name="left"/> decides, below 0 when <paramref name="right"/> does, 0 for the same observation.</summary>
    public static int Compare(string field, FieldOrigin left, FieldOrigin right)
    {
        if (field is FieldNames.Upvotes or FieldNames.ListedAt)
        {
            return CompareTime(left, right);
        }

        var byAuthority = left.Authority.CompareTo(right.Authority);
        var byVersion = byAuthority == 0 && IsContent(field) ? (left.Version ?? 0).CompareTo(right.Version ?? 0) : byAuthority;
        return byVersion != 0 ? byVersion : CompareTime(left, right);
    }

    /// <summary>
    /// Whether <paramref name="later"/> is a reading, not an older one, of what <paramref name="earlier"/> read: of the same
    /// listing obtained again, or of the same entry of it. Where an entry is not known, the listing is enough.
    /// </summary>
    public static bool Rereads(FieldOrigin later, FieldOrigin earlier)
        => later.ListingId == earlier.ListingId
            && (later.ObservedAt > earlier.ObservedAt || (later.ObservedAt == earlier.ObservedAt && MayBeSameEntry(later, earlier)));

    private static bool MayBeSameEntry(FieldOrigin left, FieldOrigin right)
        => left.Entry is null || right.Entry is null || left.Entry == right.Entry;

    private static int CompareTime(FieldOrigin left, FieldOrigin right)
        => left.ObservedAt != right.ObservedAt ? left.ObservedAt.CompareTo(right.ObservedAt)
            : string.CompareOrdinal(left.ListingId, right.ListingId) is not 0 and var byListing ? byListing
            : CompareEntries(left.Entry, right.Entry);

    private static int CompareEntries(string? left, string? right)
        => left is null || right is null ? (left is null ? 0 : 1) - (right is null ? 0 : 1)
            : PaperIdentity.KindOf(right).CompareTo(PaperIdentity.KindOf(left)) is not 0 and var byKind ? byKind
            : string.CompareOrdinal(right, left);

    private static bool IsContent(string field)
        => field is FieldNames.Title or FieldNames.Abstract or FieldNames.Authors or FieldNames.UpdatedAt or FieldNames.Categories or FieldNames.Version;
}
