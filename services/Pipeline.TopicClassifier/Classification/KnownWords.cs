using System.Collections.Frozen;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.TopicClassifier.Classification;

/// <summary>
/// The words of a text that occur in some term, in order. No term reaches over any other word, so the rest is left out.
/// </summary>
internal sealed class KnownWords
{
    private readonly List<Word> words = [];

    public int Count => words.Count;

    /// <summary>Number of the word in the vocabulary.</summary>
    public int IdOf(int index) => words[index].Id;

    /// <summary>Whether the word continues the phrase of the known word before it.</summary>
    public bool IsJoined(int index) => words[index].Joined;

    /// <summary>Where a run of words stands in the text.</summary>
    public TextSpan SpanOf(int index, int count) => new(words[index].Start, words[index + count - 1].End);

    /// <summary>Forgets the text before and reads this one.</summary>
    public void Read(string text, FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> vocabulary)
    {
        words.Clear();
        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        var knownBefore = false;
        for (var at = 0; TermWords.Next(text, at) is { } word; at = word.End)
        {
            var length = WordFolding.Fold(text.AsSpan(word.Start, word.End - word.Start), folded);
            var known = vocabulary.TryGetValue(folded[..length], out var id);
            if (known)
            {
                words.Add(new Word(word.Start, word.End, id, knownBefore && word.Joined));
            }

            knownBefore = known;
        }
    }

    private readonly record struct Word(int Start, int End, int Id, bool Joined);
}
