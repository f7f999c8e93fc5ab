using System.Numerics;

namespace Pipeline.TopicClassifier.Classification.Learned;

/// <summary>
/// What was learned about the topics of a taxonomy: for every n-gram a weight to each topic. The log-odds of a topic are
/// its bias plus the weights of the n-grams of a paper, each times its share in the paper.
/// </summary>
public sealed class TopicModel
{
    private readonly RowTable _rows;
    private readonly sbyte[] _padded;

    internal TopicModel(TopicModelContent content, string version)
    {
        Content = content;
        Version = version;
        _rows = new(content.Keys);
        Width = (content.Labels.Length + Vector<sbyte>.Count - 1) / Vector<sbyte>.Count * Vector<sbyte>.Count;
        _padded = Pad(content, Width);
    }

    /// <summary>Changes whenever the content does.</summary>
    public string Version { get; }

    /// <summary>Name of the taxonomy whose topics it knows.</summary>
    public string Taxonomy => Content.Taxonomy;

    /// <summary>Ids of the topics it knows.</summary>
    public IReadOnlyList<string> Labels => Content.Labels;

    /// <summary>Score from which on each topic is assigned, in the order of the labels, 0 to 1.</summary>
    public IReadOnlyList<float> Thresholds => Content.Thresholds;

    /// <summary>Whether a taxonomy has this name and all these topics.</summary>
    public bool Fits(Classification.Taxonomy taxonomy)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        return Taxonomy == taxonomy.Name && Labels.All(taxonomy.Topics.Select(topic => topic.Id).ToHashSet(StringComparer.Ordinal).Contains);
    }

    internal TopicModelContent Content { get; }

    /// <summary>Sums that <see cref="AddRow"/> needs room for: the labels and what fills the last vector.</summary>
    internal int Width { get; }

    internal int Find(uint key) => _rows.Find(key);

    /// <summary>Weight of an n-gram for one topic, in log-odds.</summary>
    internal float Weight(int row, int label) => _padded[(row * Width) + label] * Content.Scales[label];

    /// <summary>Adds the unscaled weights of one n-gram to the sums.</summary>
    internal void AddRow(int row, float value, Span<float> sums)
    {
        for (var i = 0; i < Width; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(_padded, (row * Width) + i), out var low, out var high);
            Vector.Widen(low, out var first, out var second);
            Vector.Widen(high, out var third, out var fourth);
            Add(sums[i..], first, value);
            Add(sums[(i + Vector<float>.Count)..], second, value);
            Add(sums[(i + (2 * Vector<float>.Count))..], third, value);
            Add(sums[(i + (3 * Vector<float>.Count))..], fourth, value);
        }
    }

    private static void Add(Span<float> sums, Vector<int> weights, float value)
        => (new Vector<float>(sums) + (Vector.ConvertToSingle(weights) * value)).CopyTo(sums);

    private static sbyte[] Pad(TopicModelContent content, int width)
    {
        var labels = content.Labels.Length;
        var padded = new sbyte[content.Keys.Length * width];
        for (var row = 0; row < content.Keys.Length; row++)
        {
            content.Weights.AsSpan(row * labels, labels).CopyTo(padded.AsSpan(row * width));
        }

        return padded;
    }
}
