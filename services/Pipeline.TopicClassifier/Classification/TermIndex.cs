using System.Collections.Frozen;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.TopicClassifier.Classification;

/// <summary>That a term speaks for a topic.</summary>
/// <param name="Topic">Index of the topic in the taxonomy.</param>
/// <param name="Weight">Log-odds added by one mention.</param>
internal readonly record struct Vote(int Topic, double Weight);

/// <summary>
/// The terms of a taxonomy as a trie over folded words. A text is matched in one pass: at each word the longest term
/// that starts there is taken, and its words are used up, so that "graph neural network" is no "neural network" too.
/// </summary>
internal sealed class TermIndex
{
    private const int Root = 0;
    private const int None = -1;

    [ThreadStatic]
    private static KnownWords? reused;

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> vocabulary;
    private readonly FrozenDictionary<long, int> children;
    private readonly int[] termAt;
    private readonly Vote[][] votes;

    public TermIndex(Taxonomy taxonomy)
    {
        var builder = new TermIndexBuilder();
        for (var topic = 0; topic < taxonomy.Topics.Count; topic++)
        {
            foreach (var term in taxonomy.Topics[topic].Terms)
            {
                builder.Add(TermWords.Of(term.Text), new Vote(topic, term.Weight));
            }
        }

        vocabulary = builder.Vocabulary.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        children = builder.Children.ToFrozenDictionary();
        termAt = [.. builder.TermAt];
        votes = [.. builder.Votes.Select(list => list.ToArray())];
    }

    /// <summary>Which topics a term speaks for, in the order of the taxonomy.</summary>
    public ReadOnlySpan<Vote> VotesOf(int term) => votes[term];

    /// <summary>Adds every mention of a term in one text of a paper.</summary>
    public void Collect(string text, TextPart part, MentionedTerms mentions)
    {
        var words = reused ??= new KnownWords();
        words.Read(text, vocabulary);
        for (var at = 0; at < words.Count;)
        {
            var (term, length) = LongestAt(words, at);
            if (term == None)
            {
                at++;
                continue;
            }

            mentions.Add(term, part, words.SpanOf(at, length));
            at += length;
        }
    }

    private (int Term, int Length) LongestAt(KnownWords words, int start)
    {
        var (term, length, node) = (None, 0, Root);
        for (var at = start; at < words.Count && (at == start || words.IsJoined(at)); at++)
        {
            if (!children.TryGetValue(TermIndexBuilder.Edge(node, words.IdOf(at)), out node))
            {
                break;
            }

            if (termAt[node] != None)
            {
                (term, length) = (termAt[node], at - start + 1);
            }
        }

        return (term, length);
    }
}
