using System.Runtime.InteropServices;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.TopicClassifier.Classification.Keyphrases;

/// <summary>
/// Picks the phrases that say what a paper is about, without a model: those that come often and early, of two words rather
/// than one, and those of the title. Pure; total on any text, in linear time.
/// </summary>
public static class KeyphraseExtractor
{
    /// <summary>Most phrases of one paper.</summary>
    public const int MaxPhrases = 10;

    // A text of this many words with a smaller share of English stop words is in another language, or in none.
    private const int EnoughWords = 20;
    private const double LeastStopWords = 0.125;

    // A phrase of the title counts as said once more than it is.
    private const int TitleMentions = 2;

    /// <summary>Picks at most <see cref="MaxPhrases"/> phrases, best first, ties by place; each with its first mention, the title read first.</summary>
    public static IReadOnlyList<Keyphrase> Extract(string title, string @abstract)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(@abstract);

        var phrases = new List<Candidate>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var (titleWords, titleStops) = Collect(title, TextPart.Title, phrases, places);
        var (words, stops) = Collect(@abstract, TextPart.Abstract, phrases, places);
        words += titleWords;
        if (words >= EnoughWords && (stops + titleStops) < LeastStopWords * words)
        {
            return [];
        }

        return [.. phrases
            .Select(phrase => (Phrase: phrase, Score: KeyphraseScore.Of(phrase)))
            .OrderByDescending(scored => scored.Score)
            .ThenBy(scored => scored.Phrase.In)
            .ThenBy(scored => scored.Phrase.First.Start)
            .Take(MaxPhrases)
            .Select(scored => Shown(scored.Phrase, scored.Score, scored.Phrase.In == TextPart.Title ? title : @abstract))];
    }

    private static (int Words, int StopWords) Collect(string text, TextPart part, List<Candidate> phrases, Dictionary<string, int> places)
    {
        var reader = new PhraseReader(text);
        while (reader.Next() is { } phrase)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, PhraseKey.Of(phrase.Span.Of(text)), out var known);
            if (!known)
            {
                place = phrases.Count;
                phrases.Add(new Candidate(part, phrase.Span, phrase.Words, 0));
            }

            ref var candidate = ref CollectionsMarshal.AsSpan(phrases)[place];
            candidate = candidate with { Mentions = candidate.Mentions + (part == TextPart.Title ? TitleMentions : 1) };
        }

        return (reader.WordsRead, reader.StopWordsRead);
    }

    private static Keyphrase Shown(Candidate phrase, double score, string text) => new()
    {
        Start = phrase.First.Start,
        End = phrase.First.End,
        Text = phrase.First.Of(text),
        In = phrase.In,
        Score = score,
    };
}

/// <summary>A phrase of a paper, and how often it comes.</summary>
/// <param name="In">Text of its first mention.</param>
/// <param name="First">Where that stands.</param>
/// <param name="Words">Words of it.</param>
/// <param name="Mentions">How often it comes; more for the title.</param>
internal readonly record struct Candidate(TextPart In, TextSpan First, int Words, int Mentions);
