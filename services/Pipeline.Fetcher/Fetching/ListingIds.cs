namespace Pipeline.Fetcher.Fetching;

/// <summary>Keys of listings in a cursor, packed. Pure.</summary>
internal static class ListingIds
{
    /// <summary>Most keys a cursor holds; beyond it an answer is too long to be remembered whole.</summary>
    public const int Most = 2_400;

    private const int PackedLength = 24;

    /// <summary>Whether packed keys are as many as a cursor holds.</summary>
    public static bool IsFull(string packed) => packed.Length >= Most * PackedLength;

    /// <summary>Adds a key to packed ones, unless it is there.</summary>
    public static string Add(string packed, string id)
    {
        var added = Convert.ToBase64String(Convert.FromHexString(id));
        return Unpack(packed).Contains(id, StringComparer.Ordinal) ? packed : packed + added;
    }

    /// <summary>The keys in the order they were added.</summary>
    public static IReadOnlyList<string> Unpack(string packed)
        => [.. packed.Chunk(PackedLength).Select(id => Convert.ToHexStringLower(Convert.FromBase64CharArray(id, 0, id.Length)))];
}
