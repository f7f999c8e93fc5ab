using Pipeline.ClaimExtractor.Extraction.Cues;
using Pipeline.ClaimExtractor.Extraction.Naming;
using Pipeline.ClaimExtractor.Extraction.Quantities;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>All cues, over one vocabulary. Built once; read by all threads.</summary>
internal static class Lexicon
{
    // Static fields are set in this order: the vocabulary before everything that adds to it.
    public static readonly Vocabulary Words = new();
    public static readonly int Hyphen = Words.Add("-");
    public static readonly int Url = Words.Add("https");

    private static readonly HashSet<int> Adverbs = [.. AdverbCues.Words.Select(Words.Add)];

    public static readonly NameLexicon Names = new(Words);
    public static readonly WordSet DatasetNouns = new(Words, NameCues.DatasetNouns);
    public static readonly WordSet Articles = new(Words, QuantityCues.Articles);
    public static readonly QuantityLexicon Quantities = new(Words);
    public static readonly StatementLexicon Statements = new(Words);
    public static readonly WordSet ListLinks = new(Words, QuantityCues.ListLinks);

    /// <summary>Whether the word may stand between a pronoun and its verb, though it does not end in <c>ly</c>.</summary>
    public static bool IsAdverb(int word) => word != Vocabulary.Unknown && Adverbs.Contains(word);
}
