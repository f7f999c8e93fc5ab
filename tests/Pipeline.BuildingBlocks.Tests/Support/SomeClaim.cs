using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Tests.Support;

/// <summary>Claims cut out of one sentence; a test names only what it is about.</summary>
internal static class SomeClaim
{
    /// <summary>A claim that is the whole text, with its first number, the parties found in the text by their words.</summary>
    public static Claim Of(
        string text,
        string? number = null,
        IReadOnlyList<double>? values = null,
        string? unit = null,
        QuantityKind kind = QuantityKind.Score,
        QuantityDirection direction = QuantityDirection.None,
        string? metric = null,
        string? dataset = null,
        string? entity = null,
        string? names = null,
        string? method = null,
        double confidence = 0.5,
        ClaimType type = ClaimType.Result)
    {
        IReadOnlyList<Quantity> quantities = number is null ? [] :
        [
            Quantity.From(text, At(text, number), new()
            {
                Values = values ?? [1],
                Unit = unit,
                Kind = kind,
                Direction = direction,
                Metric = Find(text, metric),
                Dataset = Find(text, dataset),
                Entity = Find(text, entity),
                Confidence = 0.5,
            }),
        ];
        return Claim.From("p", text, new(0, text.Length), type, confidence, quantities, new()
        {
            Datasets = names is null ? [] : [Quote.From(text, At(text, names))],
            Methods = method is null ? [] : [Quote.From(text, At(text, method))],
        });
    }

    /// <summary>A paper with these claims, published on the first of January 2026.</summary>
    public static ClaimingPaper Paper(params IReadOnlyList<Claim> claims) => new()
    {
        Id = "p",
        Title = "Title",
        PublishedAt = new(2026, 1, 1, 23, 0, 0, TimeSpan.Zero),
        ObservedAt = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
        Revision = "r",
        Version = Some.Version(),
        Claims = claims,
        MainStarts = new HashSet<int>(),
    };

    private static TextSpan? Find(string text, string? words) => words is null ? null : At(text, words);

    private static TextSpan At(string text, string words)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        return new(start, start + words.Length);
    }
}
