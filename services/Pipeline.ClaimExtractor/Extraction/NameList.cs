using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Naming;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Collects names over the sentences of an abstract, each at its first mention.</summary>
internal sealed class NameList
{
    private readonly List<Quote> _methods = [];
    private readonly List<Quote> _datasets = [];
    private readonly HashSet<string> _seenMethods = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seenDatasets = new(StringComparer.Ordinal);

    /// <summary>The methods among them, to be recognised again.</summary>
    public OwnNames Own { get; } = new();

    /// <summary>Adds the methods that the next sentence introduces.</summary>
    public void AddMethods(IReadOnlyList<Quote> methods)
    {
        foreach (var method in methods)
        {
            if (_seenMethods.Add(method.Text))
            {
                _methods.Add(method);
                Own.Add(method);
            }
        }
    }

    /// <summary>Adds the data sets that the next sentence names.</summary>
    public void AddDatasets(IReadOnlyList<Quote> datasets)
    {
        foreach (var dataset in datasets)
        {
            if (_seenDatasets.Add(dataset.Text))
            {
                _datasets.Add(dataset);
            }
        }
    }

    /// <summary>What was collected.</summary>
    public Names ToNames() => new() { Methods = _methods, Datasets = _datasets };
}
