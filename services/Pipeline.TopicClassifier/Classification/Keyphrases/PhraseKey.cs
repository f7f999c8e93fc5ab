using System.Text;

namespace Pipeline.TopicClassifier.Classification.Keyphrases;

/// <summary>Makes mentions of a phrase meet: case, plural and the space between words do not count.</summary>
internal static class PhraseKey
{
    public static string Of(string phrase)
    {
        var key = new StringBuilder(phrase.Length);
        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        for (var at = 0; PhraseWords.Next(phrase, at) is { } word; at = word.End)
        {
            key.Append(key.Length > 0 ? " " : "").Append(folded[..WordFolding.Fold(phrase.AsSpan(word.Start, word.End - word.Start), folded)]);
        }

        return key.ToString();
    }
}
