using Pipeline.ClaimExtractor.Extraction.Cues;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>The cues around numbers, over a vocabulary.</summary>
internal sealed class QuantityLexicon(Vocabulary words)
{
    public readonly PhraseSet Hedges = new(words, QuantityCues.Hedges);
    public readonly PhraseSet Leads = new(words, QuantityCues.Leads);
    public readonly PhraseSet PercentUnits = new(words, QuantityCues.PercentUnits);
    public readonly PhraseSet FactorUnits = new(words, QuantityCues.FactorUnits);
    public readonly PhraseSet Magnitude = new(words, QuantityCues.OrdersOfMagnitude);
    public readonly PhraseSet PlusMinus = new(words, QuantityCues.PlusMinus);
    public readonly PhraseSet Against = new(words, QuantityCues.Against);
    public readonly PhraseSet Beats = new(words, QuantityCues.Beats);
    public readonly WordSet Comparatives = new(words, QuantityCues.Comparatives);
    public readonly WordSet OwnComparatives = new(words, QuantityCues.OwnComparatives);
    public readonly WordSet PointUnits = new(words, QuantityCues.PointUnits);
    public readonly WordSet MeasureUnits = new(words, QuantityCues.MeasureUnits);
    public readonly WordSet HyphenUnits = new(words, QuantityCues.HyphenUnits);
    public readonly WordSet Extents = new(words, QuantityCues.Extents);
    public readonly WordSet Beginnings = new(words, [.. QuantityCues.NumberWords.Select(word => word.Word), .. QuantityCues.Multiples.Select(word => word.Word), .. QuantityCues.Months, "an"]);
    public readonly WordSet Months = new(words, QuantityCues.Months);
    public readonly WordSet ScaleNouns = new(words, QuantityCues.ScaleNouns);

    public readonly WordSet Asking = new(words, QuantityCues.Asking);
    public readonly WordSet ScaleLeads = new(words, QuantityCues.ScaleLeads);
    public readonly WordSet SettingNouns = new(words, QuantityCues.SettingNouns);
    public readonly WordSet Labels = new(words, QuantityCues.Labels);
    public readonly WordSet MetricWords = new(words, QuantityCues.MetricWords);
    public readonly WordSet MetricNouns = new(words, QuantityCues.MetricNouns);
    public readonly WordSet TestNouns = new(words, QuantityCues.TestNouns);
    public readonly WordSet DataNouns = new(words, QuantityCues.DataNouns);
    public readonly WordSet Devices = new(words, QuantityCues.Devices);
    public readonly WordSet BackPointers = new(words, QuantityCues.BackPointers);
    public readonly WordSet VagueWords = new(words, QuantityCues.VagueWords);
    public readonly WordSet Evaluations = new(words, NameCues.EvaluationWords);
    public readonly WordSet TypeCommands = new(words, NameCues.TypeCommands);
    public readonly WordSet Collections = new(words, QuantityCues.Collections);
    public readonly WordSet Holders = new(words, QuantityCues.Holders);
    public readonly WordSet ResultVerbs = new(words, QuantityCues.ResultVerbs);
    public readonly WordSet OwnNouns = new(words, QuantityCues.OwnNouns);
    public readonly WordSet Pronouns = new(words, QuantityCues.Pronouns);
    public readonly WordSet ScoreWords = new(words, QuantityCues.ScoreWords);
    public readonly WordSet Increases = new(words, QuantityCues.Increases);
    public readonly WordSet Decreases = new(words, QuantityCues.Decreases);
    public readonly WordSet PhraseEnds = new(words, QuantityCues.PhraseEnds);
    public readonly WordSet Articles = new(words, QuantityCues.Articles);
    public readonly WordSet Links = new(words, QuantityCues.Links);
    public readonly WordSet PartLeads = new(words, QuantityCues.PartLeads);
    public readonly WordSet TimesLeads = new(words, QuantityCues.TimesLeads);
    public readonly WordSet NotReported = new(words, QuantityCues.NotReported);
    public readonly WordSet RangeOpenings = new(words, QuantityCues.RangeOpenings);
    public readonly WordSet RangeLinks = new(words, QuantityCues.RangeLinks);
    public readonly WordSet ListLinks = new(words, QuantityCues.ListLinks);
    public readonly WordSet Respectively = new(words, "respectively");
    public readonly WordSet Sides = new(words, QuantityCues.Sides);
    public readonly WordSet Objects = new(words, QuantityCues.Objects);
    public readonly WordSet Attachments = new(words, QuantityCues.Attachments);
    public readonly WordSet Praise = new(words, QuantityCues.Praise);
    public readonly WordSet Places = new(words, QuantityCues.Places);
    public readonly Dictionary<int, double> NumberWords = Values(words, QuantityCues.NumberWords);
    public readonly Dictionary<int, double> Multiples = Values(words, QuantityCues.Multiples);
    public readonly Dictionary<int, double> Magnitudes = Values(words, QuantityCues.Magnitudes);

    private static Dictionary<int, double> Values(Vocabulary words, (string Word, double Value)[] values)
        => values.ToDictionary(value => words.Add(value.Word), value => value.Value);
}
