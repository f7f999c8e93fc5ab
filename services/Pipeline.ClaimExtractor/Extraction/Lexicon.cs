using Pipeline.ClaimExtractor.Extraction.Cues;
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

    /// <summary>One set a role, in the order of the enumeration.</summary>
    public static readonly PhraseSet[] Roles =
    [
        new(Words, RoleCues.Background), new(Words, RoleCues.Objective), new(Words, RoleCues.Method), new(Words, RoleCues.Result), new(Words, RoleCues.Other),
    ];

    /// <summary>One set a type, in the order of the enumeration.</summary>
    public static readonly PhraseSet[] Claims =
    [
        new(Words, ClaimCues.Contribution), new(Words, ClaimCues.Result), new(Words, ClaimCues.Comparison),
        new(Words, ClaimCues.Finding), new(Words, ClaimCues.Theory), new(Words, ClaimCues.Availability),
    ];

    public static readonly PhraseSet AgainstClaim = new(Words, ClaimCues.Against);
    public static readonly PhraseSet OwnWork = new(Words, ClaimCues.Own);
    public static readonly PhraseSet MainClaim = new(Words, MainClaimCues.For);
    public static readonly PhraseSet AgainstMainClaim = new(Words, MainClaimCues.Against);

    public static readonly PhraseSet Introductions = new(Words, NameCues.Introductions);
    public static readonly PhraseSet Namings = new(Words, NameCues.Namings);
    public static readonly PhraseSet Datasets = new(Words, NameCues.Datasets);
    public static readonly PhraseSet ListOpenings = new(Words, NameCues.ListOpenings);
    public static readonly WordSet DescriptionEnds = new(Words, NameCues.DescriptionEnds);
    public static readonly WordSet CommonAcronyms = new(Words, NameCues.CommonAcronyms);
    public static readonly WordSet DatasetNouns = new(Words, NameCues.DatasetNouns);
    public static readonly WordSet Articles = new(Words, QuantityCues.Articles);
    public static readonly QuantityLexicon Quantities = new(Words);
    public static readonly WordSet ListLinks = new(Words, QuantityCues.ListLinks);

    /// <summary>Whether the word may stand between a pronoun and its verb, though it does not end in <c>ly</c>.</summary>
    public static bool IsAdverb(int word) => word != Vocabulary.Unknown && Adverbs.Contains(word);
}
