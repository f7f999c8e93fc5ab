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
    private readonly float[] _rarities;

    internal TopicModel(TopicModelContent content, string version)
    {
        Content = content;
        Version = version;
        _rows = new(content.Keys);
        Width = (content.Labels.Length + Vector<sbyte>.Count - 1) / Vector<sbyte>.Count * Vector<sbyte>.Count;
        _padded = Pad(content, Width);
        _rarities = [.. content.Rarities.Select(rarity => (float)rarity)];
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

    /// <summary>Sums that <see cref="Sum"/> needs room for: the labels and what fills the last vector.</summary>
    internal int Width { get; }

    internal int Find(uint key) => _rows.Find(key);

    internal float Rarity(int row) => _rarities[row];

    /// <summary>Weight of an n-gram for one topic, in log-odds.</summary>
    internal float Weight(int row, int label) => _padded[(row * Width) + label] * Content.Scales[label];

    /// <summary>Sums the unscaled weights of n-grams, each times its value.</summary>
    internal void Sum(ReadOnlySpan<ReadPaper.Term> terms, Span<float> sums)
    {
        for (var column = 0; column < Width; column += Vector<sbyte>.Count)
        {
            var (first, second, third, fourth) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
            foreach (ref readonly var term in terms)
            {
                Vector.Widen(new Vector<sbyte>(_padded, (term.Row * Width) + column), out var low, out var high);
                Vector.Widen(low, out var a, out var b);
                Vector.Widen(high, out var c, out var d);
                first += Vector.ConvertToSingle(a) * term.Value;
                second += Vector.ConvertToSingle(b) * term.Value;
                third += Vector.ConvertToSingle(c) * term.Value;
                fourth += Vector.ConvertToSingle(d) * term.Value;
            }

            first.CopyTo(sums[column..]);
            second.CopyTo(sums[(column + Vector<float>.Count)..]);
            third.CopyTo(sums[(column + (2 * Vector<float>.Count))..]);
            fourth.CopyTo(sums[(column + (3 * Vector<float>.Count))..]);
        }
    }

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
