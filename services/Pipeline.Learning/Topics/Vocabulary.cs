using Pipeline.BuildingBlocks.Papers;
using Pipeline.TopicClassifier.Classification.Learned;

namespace Pipeline.Learning.Topics;

/// <summary>The n-grams worth learning: those of enough papers.</summary>
internal sealed class Vocabulary
{
    private Vocabulary(uint[] keys, Half[] rarities, bool[] readable) => (Keys, Rarities, Readable) = (keys, rarities, readable);

    /// <summary>Hashes, ascending.</summary>
    public uint[] Keys { get; }

    public Half[] Rarities { get; }

    public bool[] Readable { get; }

    /// <summary>Counts the n-grams of papers and keeps those that at least <paramref name="leastPapers"/> have.</summary>
    public static Vocabulary Of(IReadOnlyList<LabelledPaper> papers, int leastPapers)
    {
        var counts = new Dictionary<uint, Entry>();
        var seen = new HashSet<uint>();
        var grams = new List<NGram>();
        foreach (var paper in papers)
        {
            Read(paper, grams);
            seen.Clear();
            foreach (var gram in grams.Where(gram => seen.Add(gram.Key)))
            {
                counts[gram.Key] = counts.TryGetValue(gram.Key, out var entry)
                    ? entry with { Papers = entry.Papers + 1 }
                    : new(1, ReadableNGram.Is((gram.In == TextPart.Title ? paper.Title : paper.Abstract)[gram.Start..gram.End]));
            }
        }

        var kept = counts.Where(pair => pair.Value.Papers >= leastPapers).OrderBy(pair => pair.Key).ToList();
        return new(
            [.. kept.Select(pair => pair.Key)],
            [.. kept.Select(pair => (Half)(1 + Math.Log((1.0 + papers.Count) / (1.0 + pair.Value.Papers))))],
            [.. kept.Select(pair => pair.Value.Readable)]);
    }

    /// <summary>A model that knows the n-grams but says nothing, to read papers with.</summary>
    public TopicModel ToReader() => new(
        new()
        {
            Taxonomy = "",
            Labels = [""],
            Scales = [1],
            Biases = [0],
            Thresholds = [1],
            Keys = Keys,
            Rarities = Rarities,
            Readable = Readable,
            Weights = new sbyte[Keys.Length],
        },
        "");

    private static void Read(LabelledPaper paper, List<NGram> grams)
    {
        grams.Clear();
        NGrams.Read(paper.Title, TextPart.Title, grams);
        NGrams.Read(paper.Abstract, TextPart.Abstract, grams);
    }

    private readonly record struct Entry(int Papers, bool Readable);
}
