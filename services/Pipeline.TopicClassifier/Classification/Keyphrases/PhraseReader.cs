using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.TopicClassifier.Classification.Keyphrases;

/// <summary>A phrase of a text that may be a keyphrase.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Words">How many words it has, 1 to <see cref="PhraseReader.MaxWords"/>.</param>
internal readonly record struct Phrase(TextSpan Span, int Words);

/// <summary>
/// Cuts a text into phrases: words in a row with nothing but space between them, none of them a stop word, an adverb or a
/// number. Of a longer row the last words are taken, where English has the noun. One pass, and no memory of what has passed.
/// </summary>
internal ref struct PhraseReader(string text)
{
    /// <summary>Most words of a phrase.</summary>
    public const int MaxWords = 4;

    private const int ShortestWord = 2;

    private readonly int[] _starts = new int[MaxWords];
    private int _at;
    private int _row;
    private int _end;

    /// <summary>Words read so far.</summary>
    public int WordsRead { get; private set; }

    /// <summary>Stop words among them; in English they are nearly half.</summary>
    public int StopWordsRead { get; private set; }

    /// <summary>The next phrase.</summary>
    /// <returns>Null at the end of the text.</returns>
    public Phrase? Next()
    {
        while (PhraseWords.Next(text, _at) is { } word)
        {
            var complete = _row > 0 && !word.Joined ? Take() : null;
            _at = word.End;
            WordsRead++;
            if (IsPart(text.AsSpan(word.Start, word.End - word.Start)))
            {
                _starts[_row % MaxWords] = word.Start;
                _row++;
                _end = word.End;
            }
            else
            {
                complete ??= Take();
            }

            if (complete is not null)
            {
                return complete;
            }
        }

        _at = text.Length;
        return Take();
    }

    private Phrase? Take()
    {
        if (_row == 0)
        {
            return null;
        }

        var words = Math.Min(_row, MaxWords);
        var first = _starts[(_row - words) % MaxWords];
        _row = 0;
        return new Phrase(new TextSpan(first, _end), words);
    }

    private bool IsPart(ReadOnlySpan<char> word)
    {
        if (word.Length is < ShortestWord or > WordFolding.MaxLength)
        {
            return false;
        }

        Span<char> lower = stackalloc char[WordFolding.MaxLength];
        lower = lower[..word.ToLowerInvariant(lower)];
        if (StopWords.All.Contains(lower))
        {
            StopWordsRead++;
            return false;
        }

        return !lower.EndsWith("ly") && lower.ContainsAnyExceptInRange('0', '9');
    }
}
