using Pipeline.ClaimExtractor.Extraction.Cues;
using Pipeline.ClaimExtractor.Extraction.Naming;
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

    public static readonly PhraseSet Hedges = new(Words, QuantityCues.Hedges);
    public static readonly PhraseSet PercentUnits = new(Words, QuantityCues.PercentUnits);
    public static readonly PhraseSet FactorUnits = new(Words, QuantityCues.FactorUnits);
    public static readonly PhraseSet Magnitude = new(Words, QuantityCues.OrdersOfMagnitude);
    public static readonly PhraseSet Against = new(Words, QuantityCues.Against);
    public static readonly PhraseSet Beats = new(Words, QuantityCues.Beats);
    public static readonly NameLexicon Names = new(Words);
    public static readonly WordSet DatasetNouns = new(Words, NameCues.DatasetNouns);
    public static readonly WordSet Comparatives = new(Words, QuantityCues.Comparatives);
    public static readonly WordSet PointUnits = new(Words, QuantityCues.PointUnits);
    public static readonly WordSet MeasureUnits = new(Words, QuantityCues.MeasureUnits);
    public static readonly WordSet HyphenUnits = new(Words, QuantityCues.HyphenUnits);
    public static readonly WordSet ScaleNouns = new(Words, QuantityCues.ScaleNouns);
    public static readonly WordSet ScaleLeads = new(Words, QuantityCues.ScaleLeads);
    public static readonly WordSet SettingNouns = new(Words, QuantityCues.SettingNouns);
    public static readonly WordSet Labels = new(Words, QuantityCues.Labels);
    public static readonly WordSet MetricWords = new(Words, QuantityCues.MetricWords);
    public static readonly WordSet ScoreWords = new(Words, QuantityCues.ScoreWords);
    public static readonly WordSet Increases = new(Words, QuantityCues.Increases);
    public static readonly WordSet Decreases = new(Words, QuantityCues.Decreases);
    public static readonly WordSet PhraseEnds = new(Words, QuantityCues.PhraseEnds);
    public static readonly WordSet Articles = new(Words, QuantityCues.Articles);
    public static readonly WordSet Links = new(Words, QuantityCues.Links);
    public static readonly WordSet PartLeads = new(Words, QuantityCues.PartLeads);
    public static readonly WordSet TimesLeads = new(Words, QuantityCues.TimesLeads);
    public static readonly WordSet NotReported = new(Words, QuantityCues.NotReported);
    public static readonly WordSet RangeOpenings = new(Words, QuantityCues.RangeOpenings);
    public static readonly WordSet RangeLinks = new(Words, QuantityCues.RangeLinks);
    public static readonly WordSet ListLinks = new(Words, QuantityCues.ListLinks);
    public static readonly WordSet Respectively = new(Words, "respectively");
    public static readonly WordSet Places = new(Words, QuantityCues.Places);
    public static readonly Dictionary<int, double> NumberWords = Values(QuantityCues.NumberWords);
    public static readonly Dictionary<int, double> Multiples = Values(QuantityCues.Multiples);
    public static readonly Dictionary<int, double> Magnitudes = Values(QuantityCues.Magnitudes);

    /// <summary>Whether the word may stand between a pronoun and its verb, though it does not end in <c>ly</c>.</summary>
    public static bool IsAdverb(int word) => word != Vocabulary.Unknown && Adverbs.Contains(word);

    private static Dictionary<int, double> Values((string Word, double Value)[] words)
        => words.ToDictionary(word => Words.Add(word.Word), word => word.Value);
}
