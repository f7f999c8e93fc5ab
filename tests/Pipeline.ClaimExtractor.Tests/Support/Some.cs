using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Tests.Support;

/// <summary>Analyses of small texts; a test names only what it is about.</summary>
internal static class Some
{
    public const string PaperId = "arxiv:2401.00001";

    private const string Background = "Kites have been flown for many years.";

    public static ClaimAnalysis Analysis(string text) => new ClaimAnalyzer().Analyze(PaperId, "", text);

    /// <summary>The text as one sentence, as the rules see it.</summary>
    public static TokenView View(string text) => Tokens(text).ViewOf(0);

    /// <summary>The tokens of the text as one sentence.</summary>
    public static TokenizedText Tokens(string text) => new(text, [new TextSpan(0, text.Length)], UrlFinder.Find(text));

    /// <summary>The sentence as it is read in the middle of an abstract: after what the field is, before what was found.</summary>
    public static Sentence InTheMiddle(string sentence)
        => new ClaimAnalyzer().Analyze(PaperId, "", [Background, "However, existing kites often fail.", sentence, "Our results show that kites fly.", "Kites are nice."]).Sentences[2];

    /// <summary>The quantities of the text as one sentence.</summary>
    public static IReadOnlyList<Quantity> Quantities(string text) => new ClaimAnalyzer().Analyze(PaperId, "", [text]).Quantities;
}
