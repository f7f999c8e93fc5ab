namespace Pipeline.TopicClassifier.Classification;

/// <summary>Grows the trie of a <see cref="TermIndex"/> term by term.</summary>
internal sealed class TermIndexBuilder
{
    private const int None = -1;

    /// <summary>Number of each folded word.</summary>
    public Dictionary<string, int> Vocabulary { get; } = new(StringComparer.Ordinal);

    /// <summary>From a node and a word to the next node.</summary>
    public Dictionary<long, int> Children { get; } = [];

    /// <summary>The term that ends at each node; -1 where none does. Node 0 is the root.</summary>
    public List<int> TermAt { get; } = [None];

    /// <summary>The votes of each term.</summary>
    public List<List<Vote>> Votes { get; } = [];

    /// <summary>The way from a node by a word, as one key.</summary>
    public static long Edge(int node, int word) => ((long)node << 32) | (uint)word;

    public void Add(IReadOnlyList<string> words, Vote vote)
    {
        var node = words.Aggregate(0, Step);
        if (TermAt[node] == None)
        {
            TermAt[node] = Votes.Count;
            Votes.Add([]);
        }

        Votes[TermAt[node]].Add(vote);
    }

    private int Step(int node, string word)
    {
        if (!Vocabulary.TryGetValue(word, out var number))
        {
            number = Vocabulary.Count;
            Vocabulary.Add(word, number);
        }

        var edge = Edge(node, number);
        if (!Children.TryGetValue(edge, out var child))
        {
            child = TermAt.Count;
            TermAt.Add(None);
            Children.Add(edge, child);
        }

        return child;
    }
}
