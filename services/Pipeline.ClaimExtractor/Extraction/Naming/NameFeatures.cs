using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Naming;

/// <summary>What a mention looks like and what stands around it, as hashed features.</summary>
internal ref struct NameFeatures(Span<uint> buffer)
{
    /// <summary>Room that <see cref="Mention"/> needs at most.</summary>
    public const int Most = 64;

    private const int ApposedReach = 14;

    private readonly Span<uint> _buffer = buffer;
    private int _count = 0;

    private enum Kind : uint
    {
        Before = 1, BeforeTwo, SecondBefore, ThirdBefore, After, AfterTwo, SecondAfter, Around, ListBefore, ListAfter, ListKnown, ListBeside, Shape, Suffix, LongSuffix, Prefix,
        LastWord, Size, Cue, Position, Sentence, Apposed, NounBefore, NounAfter, Brackets, Count, Known, Alone, Partner,
    }

    /// <summary>The features so far.</summary>
    public readonly ReadOnlySpan<uint> Hashes => _buffer[.._count];

    /// <summary>Reads one mention.</summary>
    /// <param name="view">Its sentence.</param>
    /// <param name="chain">The list that it stands in; itself when it stands in none.</param>
    /// <param name="mention">The mention.</param>
    /// <param name="sentence">What the sentence is like, see <see cref="SentenceTraits"/>.</param>
    public void Mention(TokenView view, NameChain chain, NameMention mention, uint sentence)
    {
        _count = 0;
        Words(view, mention);
        Form(view, mention);
        Nouns(view, mention);
        Add(Kind.Sentence, sentence);
        Add(Kind.Position, (uint)Math.Min(mention.Sentence, 8));
        Add(Kind.ListBefore, Word(view, chain.First - 1));
        Add(Kind.ListAfter, Word(view, chain.Next));
        Add(Kind.ListBeside, chain.BesideDataset ? 1u : 0);
        Add(Kind.ListKnown, (uint)(chain.Known + 8));
        for (var cue = 1; cue <= (int)NameCue.Acronym; cue <<= 1)
        {
            if (((int)mention.Cues & cue) != 0)
            {
                Add(Kind.Cue, (uint)cue);
            }
        }
    }

    /// <summary>Reads what is known of the name as a whole.</summary>
    /// <param name="group">The name.</param>
    /// <param name="known">How the data sets of many papers speak for it, -8 to 8; 0 when it is not known.</param>
    public void Name(NameGroup group, int known)
    {
        _count = 0;
        Add(Kind.Alone, 0);
        Add(Kind.Count, (uint)Math.Min(group.Mentions, 4));
        Add(Kind.Partner, group.Partner >= 0 ? 1u : 0);
        Add(Kind.Known, (uint)(known + 8));
    }

    /// <summary>Whether the words behind a mention call it a data set: "X, a large benchmark of".</summary>
    public static bool IsApposedDataset(TokenView view, int next) => Apposed(view, next) == 2;

    private void Words(TokenView view, NameMention mention)
    {
        var before = Word(view, mention.First - 1);
        var second = Word(view, mention.First - 2);
        var after = Word(view, mention.Next);
        Add(Kind.Before, before);
        Add(Kind.SecondBefore, second);
        Add(Kind.BeforeTwo, NameHash.Of(second, before));
        Add(Kind.ThirdBefore, Word(view, mention.First - 3));
        Add(Kind.After, after);
        Add(Kind.SecondAfter, Word(view, mention.Next + 1));
        Add(Kind.AfterTwo, NameHash.Of(after, Word(view, mention.Next + 1)));
        Add(Kind.Around, NameHash.Of(before, after));
    }

    private void Form(TokenView view, NameMention mention)
    {
        var span = view.Span(mention.First, mention.Next);
        var name = view.Text.AsSpan(span.Start, span.Length);
        Add(Kind.Shape, Shape(name));
        Add(Kind.Suffix, NameHash.OfWord(name[^Math.Min(3, name.Length)..]));
        Add(Kind.LongSuffix, NameHash.OfWord(name[^Math.Min(5, name.Length)..]));
        Add(Kind.Prefix, NameHash.OfWord(name[..Math.Min(4, name.Length)]));
        Add(Kind.LastWord, Word(view, mention.Next - 1));
        Add(Kind.Size, (uint)Math.Min(mention.Next - mention.First, 6));
        Add(Kind.Brackets, view.Is(mention.First - 1, '(') ? view.Is(mention.Next, ')') ? 2u : 1u : 0);
    }

    private void Nouns(TokenView view, NameMention mention)
    {
        Add(Kind.NounAfter, Noun(view, mention.Next));
        Add(Kind.NounBefore, Math.Max(Noun(view, mention.First - 1), Noun(view, mention.First - 2)));
        Add(Kind.Apposed, Apposed(view, mention.Next));
    }

    // "X, a large benchmark of", "X (XY), the first dataset", "X is a framework".
    private static uint Apposed(TokenView view, int at)
    {
        if (view.Is(at, '('))
        {
            var close = at + 1;
            while (close < view.Count && close < at + ApposedReach && !view.Is(close, ')'))
            {
                close++;
            }

            at = close + 1;
        }

        var opens = view.Mark(at) is ',' or ':' or '—' || (view.Of(at) is "is" or "are" && view.Is(at + 1, Lexicon.Articles));
        var found = 0u;
        for (var i = at + 1; opens && i < view.Count && i <= at + ApposedReach; i++)
        {
            if (view.Is(i, Lexicon.Names.DescriptionEnds) || (view.Is(i, TokenKind.Mark) && !view.IsJoint(i) && view.Mark(i) != ','))
            {
                break;
            }

            found = Noun(view, i) is > 0 and var noun ? noun : found;
        }

        return found;
    }

    private static uint Noun(TokenView view, int at) => view.Is(at, Lexicon.Names.DatasetNouns) ? 2u : view.Is(at, Lexicon.Names.MethodNouns) ? 1u : 0;

    private static uint Shape(ReadOnlySpan<char> name)
    {
        var shape = 0u;
        var last = 0u;
        foreach (var c in name)
        {
            var kind = char.IsUpper(c) ? 1u : char.IsLetter(c) ? 2u : char.IsDigit(c) ? 3u : char.IsWhiteSpace(c) ? 4u : 5u;
            shape = kind == last ? shape : (shape * 7) + kind;
            last = kind;
        }

        return shape;
    }

    private static uint Word(TokenView view, int at)
        => at < 0 ? 1 : at >= view.Count ? 2 : view.Is(at, TokenKind.Number) ? 3 : NameHash.OfWord(view.Of(at));

    private void Add(Kind kind, uint value) => _buffer[_count++] = NameHash.Of((uint)kind, value);
}
