namespace Pipeline.Learning.Discourse;

/// <summary>The features that a model knows, each with the number of its row.</summary>
internal sealed class FeatureIndex
{
    private readonly Dictionary<uint, int> _rows = [];

    /// <summary>Takes features that occur in enough abstracts: of the labelled ones, or of those without labels.</summary>
    public FeatureIndex(IEnumerable<DiscourseExample> labelled, IEnumerable<DiscourseExample> unlabelled, int leastLabelled, int leastUnlabelled)
    {
        var known = Frequent(labelled, leastLabelled);
        known.UnionWith(Frequent(unlabelled, leastUnlabelled));
        Keys = [.. known.Order()];
        for (var i = 0; i < Keys.Length; i++)
        {
            _rows.Add(Keys[i], i);
        }
    }

    /// <summary>The features, ascending.</summary>
    public uint[] Keys { get; }

    /// <summary>Looks up the features of abstracts.</summary>
    public void Apply(IEnumerable<DiscourseExample> examples)
    {
        foreach (var example in examples)
        {
            example.Rows = [.. example.Hashes.Select(hashes => Known(hashes))];
            example.PlainRows = [.. example.Hashes.Select((hashes, i) => Known(hashes.Take(example.Plain[i])))];
        }
    }

    private int[] Known(IEnumerable<uint> hashes) => [.. hashes.Where(_rows.ContainsKey).Select(hash => _rows[hash])];

    private static HashSet<uint> Frequent(IEnumerable<DiscourseExample> examples, int least)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var example in examples)
        {
            foreach (var hash in example.Hashes.SelectMany(hashes => hashes).Distinct())
            {
                counts[hash] = counts.GetValueOrDefault(hash) + 1;
            }
        }

        return [.. counts.Where(pair => pair.Value >= least).Select(pair => pair.Key)];
    }
}
