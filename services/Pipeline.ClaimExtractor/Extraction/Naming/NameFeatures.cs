using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Naming;

/// <summary>What a mention looks like and what stands around it, as hashed features.</summary>
internal ref struct NameFeatures(Span<uint> buffer)
{
    /// <summary>Room that <see cref="Mention"/> needs at most.</summary>
    public const int Most = 64;

    private readonly Span<uint> _buffer = buffer;
    private int _count = 0;

    private enum Kind : uint
    {
        Before = 1, BeforeTwo, SecondBefore, ThirdBefore, After, AfterTwo, SecondAfter, Around, ListBefore, ListAfter, ListKnown, ListBeside, Shape, Suffix, LongSuffix, Prefix,
        LastWord, Size, Cue, Position, Sentence, AnyCue, NounBefore, NounAfter, Brackets, Count, Known, IsKnown, Alone, Partner,
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
        AddUpTo(Kind.ListKnown, chain.Known);
        AddCues(Kind.Cue, mention.Cues);
    }

    /// <summary>Reads what is known of the name as a whole.</summary>
    /// <param name="group">The name.</param>
    /// <param name="known">How the data sets of many papers speak for it, -8 to 8; 0 when it is not known.</param>
    /// <param name="isKnown">Whether several papers use it.</param>
    public void Name(NameGroup group, int known, bool isKnown)
    {
        _count = 0;
        Add(Kind.Alone, 0);
        Add(Kind.Count, (uint)Math.Min(group.Mentions, 4));
        Add(Kind.Partner, group.Partner >= 0 ? 1u : 0);
        AddUpTo(Kind.Known, known);
        Add(Kind.IsKnown, isKnown ? 1u : 0);
        AddCues(Kind.AnyCue, group.Cues);
    }

    private void AddCues(Kind kind, NameCue cues)
    {
        for (var cue = 1; cue <= (int)NameCue.TriedOn; cue <<= 1)
        {
            if (((int)cues & cue) != 0)
            {
                Add(kind, (uint)cue);
            }
        }
    }

    private void Words(TokenView view, NameMention mention)
    {
        var first = NameReader.Before(view, mention.First - 1);
        var next = NameReader.Behind(view, mention.Next);
        var before = Word(view, first);
        var second = Word(view, first - 1);
        var after = Word(view, next);
        Add(Kind.Before, before);
        Add(Kind.SecondBefore, second);
        Add(Kind.BeforeTwo, NameHash.Of(second, before));
        Add(Kind.ThirdBefore, Word(view, first - 2));
        Add(Kind.After, after);
        Add(Kind.SecondAfter, Word(view, next + 1));
        Add(Kind.AfterTwo, NameHash.Of(after, Word(view, next + 1)));
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
        Add(Kind.NounAfter, Apposition.Noun(view, NameReader.Behind(view, mention.Next)));
        var before = NameReader.Before(view, mention.First - 1);
        Add(Kind.NounBefore, Math.Max(Apposition.Noun(view, before), Apposition.Noun(view, before - 1)));
    }

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
        => at < 0 ? 1 : at >= view.Count ? 2 : view.Is(at, TokenKind.Number) ? 3 : NameHash.OfWord(view, at);

    // One feature for each step, so that what is learned of 3 also counts for 5.
    private void AddUpTo(Kind kind, int value)
    {
        for (var step = 1; step <= Math.Abs(value); step++)
        {
            Add(kind, (uint)(value < 0 ? -step : step));
        }
    }

    private void Add(Kind kind, uint value) => _buffer[_count++] = NameHash.Of((uint)kind, value);
}
