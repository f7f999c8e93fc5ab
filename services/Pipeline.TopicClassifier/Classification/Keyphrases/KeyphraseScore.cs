using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.TopicClassifier.Classification.Keyphrases;

/// <summary>
/// How much a phrase says about its paper. The constants are the best of a grid on the training part of SciERC; how rare
/// its words are elsewhere was tried as well and changed precision there by less than two points at 5 phrases, none at 10.
/// </summary>
internal static class KeyphraseScore
{
    // One word alone is seldom what a paper is about.
    private const double OneWord = 0.5;
    private const double ManyWords = 0.9;

    // What comes as late as this, in UTF-16 code units, has lost all that lateness takes.
    private const double Late = 1_000;
    private const double LostWhenLate = 0.3;

    // Equal on every machine: the last digits of a logarithm are not.
    private const int Digits = 4;

    /// <summary>The score, above 0 and below 1.</summary>
    public static double Of(Candidate phrase)
    {
        var often = 1 + Math.Log(phrase.Mentions);
        var early = phrase.In == TextPart.Title ? 1 : 1 - (LostWhenLate * Math.Min(1, phrase.First.Start / Late));
        var strength = often * early * Length(phrase.Words);
        return Math.Round(strength / (1 + strength), Digits);
    }

    private static double Length(int words) => words switch
    {
        1 => OneWord,
        PhraseReader.MaxWords => ManyWords,
        _ => 1,
    };
}
