namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Keys by which the claims of a paper are indexed: what they name and measure. Pure.</summary>
public static class ClaimKeys
{
    private const string Metric = "metric:";
    private const string Dataset = "dataset:";
    private const string Method = "method:";

    // Stores bound what an index entry may hold. The filter compares whole keys after.
    private const int MaxLength = 120;

    /// <summary>The keys of all claims of a paper, each once, in ordinal order.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            foreach (var quantity in claim.Quantities)
            {
                Add(keys, Metric, quantity.Metric);
                Add(keys, Dataset, quantity.Dataset);
                Add(keys, Method, ClaimFilter.MethodOf(quantity));
            }

            AddAll(keys, Method, claim.Names?.Methods);
            AddAll(keys, Dataset, claim.Names?.Datasets);
        }

        return [.. keys];
    }

    /// <summary>The keys that a paper has to have for any of its claims to be asked for.</summary>
    public static IReadOnlyList<string> Of(ClaimQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        Require(keys, Metric, query.Metric);
        Require(keys, Dataset, query.Dataset);
        Require(keys, Method, query.Method);
        return [.. keys];
    }

    private static void Require(SortedSet<string> keys, string kind, string? name)
    {
        if (name is not null)
        {
            keys.Add(kind + Short(NameKey.Of(name)));
        }
    }

    private static void AddAll(SortedSet<string> keys, string kind, IReadOnlyList<Quote>? names)
    {
        foreach (var name in names ?? [])
        {
            Add(keys, kind, name.Text);
        }
    }

    private static void Add(SortedSet<string> keys, string kind, string? name)
    {
        if (name is not null && NameKey.Of(name) is { Length: > 0 } key)
        {
            keys.Add(kind + Short(key));
        }
    }

    private static string Short(string key) => key.Length <= MaxLength ? key : key[..MaxLength];
}
