using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Naming;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Collects what one sentence names, each name at its first mention there.</summary>
internal sealed class SentenceNames
{
    private readonly List<Quote> _methods = [];
    private readonly List<Quote> _datasets = [];
    private readonly List<Quote> _metrics = [];

    /// <summary>Adds a mention, in any order.</summary>
    public void Add(NameKind kind, Quote name)
        => (kind switch
        {
            NameKind.Dataset => _datasets,
            NameKind.Metric => _metrics,
            _ => _methods,
        }).Add(name);

    public Names ToNames() => new() { Methods = Firsts(_methods), Datasets = Firsts(_datasets), Metrics = Firsts(_metrics) };

    private static List<Quote> Firsts(List<Quote> names)
    {
        if (names.Count < 2)
        {
            return names;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        names.Sort((left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : left.End.CompareTo(right.End));
        return names.FindAll(name => seen.Add(name.Key ?? name.Text));
    }
}
