using System.Buffers;

namespace Pipeline.Parser.Parsing.Papers;

/// <summary>Addresses worth keeping with a paper.</summary>
internal static class WebAddress
{
    private const int MaxAddresses = 20;
    private const int MaxKindLength = 40;
    private const int MaxLength = 2_000;

    private static readonly SearchValues<char> Forbidden
        = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(c => char.IsWhiteSpace(c) || char.IsControl(c))]);

    /// <summary>Keeps absolute http and https addresses, as they are written; pages link to them, so nothing else may pass.</summary>
    public static IReadOnlyDictionary<string, string> Keep(IEnumerable<KeyValuePair<string, string?>> addresses)
    {
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (kind, address) in addresses)
        {
            if (kept.Count < MaxAddresses && IsKind(kind) && IsWebAddress(address))
            {
                kept.TryAdd(kind, address!);
            }
        }

        return kept;
    }

    private static bool IsKind(string kind) => kind.Length is > 0 and <= MaxKindLength && kind.All(char.IsAsciiLetterOrDigit);

    private static bool IsWebAddress(string? address)
        => address is { Length: <= MaxLength }
            && !address.AsSpan().ContainsAny(Forbidden)
            && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
