using System.Numerics;
using System.Runtime.InteropServices;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.TopicClassifier.Classification.Learned;

/// <summary>The n-grams of one paper that a model knows, each once with its value; reused from paper to paper.</summary>
internal sealed class ReadPaper
{
    // What a mention in the title counts.
    private const int TitleMentions = 2;
    private const int CommonMentions = 64;

    private static readonly float[] Damped = [.. Enumerable.Range(0, CommonMentions).Select(count => Damp(count))];

    private readonly List<NGram> _grams = [];
    private readonly List<Term> _terms = [];
    private int[] _slots = new int[1024];

    /// <summary>The known n-grams, in the order of their first mention.</summary>
    public List<Term> Terms => _terms;

    /// <summary>Words of title and abstract together.</summary>
    public int Words { get; private set; }

    /// <summary>N-grams that the model knows, repeated ones too.</summary>
    public int Known { get; private set; }

    /// <summary>All n-grams.</summary>
    public List<NGram> Grams => _grams;

    /// <summary>Forgets the paper before and reads this one. The values of its terms have length 1 together.</summary>
    public void Read(TopicModel model, string title, string @abstract)
    {
        _grams.Clear();
        _terms.Clear();
        Words = NGrams.Read(title, TextPart.Title, _grams) + NGrams.Read(@abstract, TextPart.Abstract, _grams);
        Known = 0;
        MakeRoom();
        for (var i = 0; i < _grams.Count; i++)
        {
            if (model.Find(_grams[i].Key) is >= 0 and var row)
            {
                Known++;
                Count(row, i);
            }
        }

        Weigh(model);
    }

    private static float Damp(int count) => count == 0 ? 0 : 1 + MathF.Log(count);

    private void MakeRoom()
    {
        var needed = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1024, 2 * _grams.Count));
        if (_slots.Length < needed)
        {
            _slots = new int[needed];
        }
        else
        {
            Array.Clear(_slots);
        }
    }

    private void Count(int row, int gram)
    {
        var terms = CollectionsMarshal.AsSpan(_terms);
        var mask = _slots.Length - 1;
        var at = (int)((uint)row * 2654435761u >> 7) & mask;
        var count = _grams[gram].In == TextPart.Title ? TitleMentions : 1;
        for (; _slots[at] is not 0 and var place; at = (at + 1) & mask)
        {
            ref var term = ref terms[place - 1];
            if (term.Row == row)
            {
                term.Count += count;
                return;
            }
        }

        _terms.Add(new() { Row = row, First = gram, Count = count });
        _slots[at] = _terms.Count;
    }

    private void Weigh(TopicModel model)
    {
        var squares = 0f;
        foreach (ref var term in CollectionsMarshal.AsSpan(_terms))
        {
            term.Value = (term.Count < CommonMentions ? Damped[term.Count] : Damp(term.Count)) * model.Rarity(term.Row);
            squares += term.Value * term.Value;
        }

        var length = MathF.Sqrt(squares);
        foreach (ref var term in CollectionsMarshal.AsSpan(_terms))
        {
            term.Value /= length;
        }
    }

    /// <summary>A known n-gram of the paper.</summary>
    internal record struct Term
    {
        /// <summary>Its row in the model.</summary>
        public int Row;

        /// <summary>Index of its first mention among the n-grams.</summary>
        public int First;

        /// <summary>Mentions, those in the title counted more.</summary>
        public int Count;

        /// <summary>How much it matters in this paper, 0 to 1.</summary>
        public float Value;
    }
}
