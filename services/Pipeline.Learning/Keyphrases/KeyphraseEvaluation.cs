using Pipeline.TopicClassifier.Classification.Keyphrases;

namespace Pipeline.Learning.Keyphrases;

/// <summary>Keyphrases against labelled terms of the <c>scierc</c> data, beside the same phrases in the order of the text. Case and plural do not count.</summary>
public sealed record KeyphraseEvaluation
{
    /// <summary>Numbers of first phrases that are measured.</summary>
    public static readonly IReadOnlyList<int> Depths = [5, KeyphraseExtractor.MaxPhrases];

    /// <summary>Abstracts.</summary>
    public required int Papers { get; init; }

    /// <summary>Scores at each of <see cref="Depths"/>.</summary>
    public required IReadOnlyList<KeyphraseScores> Stage { get; init; }

    /// <summary>The same for the first phrases of the text.</summary>
    public required IReadOnlyList<KeyphraseScores> InOrder { get; init; }

    /// <summary>Measures all abstracts of a file.</summary>
    /// <exception cref="GoldFileException">The file is missing or a line is not of its form.</exception>
    public static async Task<KeyphraseEvaluation> RunAsync(string path, CancellationToken cancellationToken)
    {
        var papers = 0;
        var (stage, inOrder) = (new KeyphraseScores[Depths.Count], new KeyphraseScores[Depths.Count]);
        await foreach (var paper in GoldFile.ReadAsync<ScierAbstract>(path, cancellationToken))
        {
            papers++;
            var labelled = paper.Terms.Select(PhraseKey.Of).ToHashSet(StringComparer.Ordinal);
            Add(stage, [.. KeyphraseExtractor.Extract("", paper.Text).Select(phrase => PhraseKey.Of(phrase.Text))], labelled);
            Add(inOrder, Phrases(paper.Text), labelled);
        }

        return new() { Papers = papers, Stage = stage, InOrder = inOrder };
    }

    private static void Add(KeyphraseScores[] scores, List<string> given, HashSet<string> labelled)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] += KeyphraseScores.Of(given, Depths[i], labelled);
        }
    }

    private static List<string> Phrases(string text)
    {
        var phrases = new List<string>();
        var reader = new PhraseReader(text);
        while (reader.Next() is { } phrase)
        {
            var key = PhraseKey.Of(phrase.Span.Of(text));
            if (!phrases.Contains(key))
            {
                phrases.Add(key);
            }
        }

        return phrases;
    }
}
