using Pipeline.ClaimExtractor.Extraction.Naming;

namespace Pipeline.Learning.Names;

/// <summary>Learns from unlabelled abstracts which names are data sets: those that stand beside "dataset" more often than names do.</summary>
internal sealed class DatasetMiner
{
    private const int Largest = 8;
    private const double Prior = 2;
    private const int FewestPapers = 3;

    private readonly SortedDictionary<uint, (int Papers, int Beside)> _counts = [];
    private long _papers;
    private long _beside;

    /// <summary>Counts the names of one abstract, each once.</summary>
    public void Add(NameGroups names)
    {
        var beside = new bool[names.Groups.Count];
        foreach (var mention in names.Mentions)
        {
            if (names.GroupOf(mention) is >= 0 and var group && mention.Has(NameCue.BesideDataset))
            {
                beside[group] = true;
            }
        }

        for (var i = 0; i < beside.Length; i++)
        {
            var (papers, of) = _counts.GetValueOrDefault(names.Groups[i].Key);
            _counts[names.Groups[i].Key] = (papers + 1, of + (beside[i] ? 1 : 0));
            _papers++;
            _beside += beside[i] ? 1 : 0;
        }
    }

    /// <summary>What is known of each name, -8 to 8, by ascending key: twice the logarithm of its odds against those of any name.</summary>
    public (uint[] Keys, sbyte[] Values) Known()
    {
        var usual = (double)_beside / Math.Max(1, _papers);
        var known = _counts
            .Where(entry => entry.Value.Papers >= FewestPapers)
            .Select(entry => (entry.Key, Value: Value(entry.Value.Papers, entry.Value.Beside, usual)))
            .ToList();
        return ([.. known.Select(entry => entry.Key)], [.. known.Select(entry => entry.Value)]);
    }

    private static sbyte Value(int papers, int beside, double usual)
    {
        var odds = (beside + (Prior * usual)) / (papers - beside + (Prior * (1 - usual)));
        return (sbyte)Math.Clamp(Math.Round(2 * Math.Log(odds / (usual / (1 - usual)))), -Largest, Largest);
    }
}
