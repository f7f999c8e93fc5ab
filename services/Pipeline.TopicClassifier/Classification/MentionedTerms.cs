using System.Runtime.InteropServices;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.TopicClassifier.Classification;

/// <summary>A term that a paper mentions.</summary>
/// <param name="Term">Number of the term in the index.</param>
/// <param name="In">The text of its first mention; the title is read first.</param>
/// <param name="First">Where the first mention stands.</param>
/// <param name="InTitle">Mentions in the title.</param>
/// <param name="InAbstract">Mentions in the abstract.</param>
internal readonly record struct MentionedTerm(int Term, TextPart In, TextSpan First, int InTitle, int InAbstract);

/// <summary>The terms of one paper, each once, in the order of their first mention.</summary>
internal sealed class MentionedTerms
{
    private readonly List<MentionedTerm> terms = [];
    private readonly Dictionary<int, int> places = [];

    public ReadOnlySpan<MentionedTerm> All => CollectionsMarshal.AsSpan(terms);

    /// <summary>Forgets the paper before.</summary>
    public void Clear()
    {
        terms.Clear();
        places.Clear();
    }

    public void Add(int term, TextPart part, TextSpan span)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, term, out var known);
        if (!known)
        {
            place = terms.Count;
            terms.Add(new MentionedTerm(term, part, span, 0, 0));
        }

        ref var mentioned = ref CollectionsMarshal.AsSpan(terms)[place];
        mentioned = part == TextPart.Title
            ? mentioned with { InTitle = mentioned.InTitle + 1 }
            : mentioned with { InAbstract = mentioned.InAbstract + 1 };
    }
}
