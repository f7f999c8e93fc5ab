using Pipeline.BuildingBlocks.Papers;
using Pipeline.Learning.Evaluation.Scores;

namespace Pipeline.Learning.Quantities;

/// <summary>Counts of a class: how many are labelled, found, and right.</summary>
/// <param name="Gold">Labelled ones.</param>
/// <param name="Found">Found ones.</param>
/// <param name="Right">Found ones that are right.</param>
public readonly record struct Tally(int Gold, int Found, int Right)
{
    /// <summary>Share of the found ones that are right, 0 to 1; 0 when none is found.</summary>
    public double Precision => Found == 0 ? 0 : (double)Right / Found;

    /// <summary>Share of the labelled ones that are right, 0 to 1; 0 when none is labelled.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Right / Gold;

    /// <summary>Harmonic mean of the two.</summary>
    public double F1 => Gold + Found == 0 ? 0 : 2.0 * Right / (Gold + Found);

    /// <summary>Sums two counts.</summary>
    public static Tally operator +(Tally a, Tally b) => new(a.Gold + b.Gold, a.Found + b.Found, a.Right + b.Right);
}

/// <summary>How well quantities were found. Fields are counted among matched pairs, so <c>Recall</c> is the share right of matched labels that have it.</summary>
public sealed record QuantityScores
{
    /// <summary>Both ends right.</summary>
    public Tally Strict { get; init; }

    /// <summary>At least one character shared.</summary>
    public Tally Overlap { get; init; }

    /// <summary>Matched with values right, against all labels and all found.</summary>
    public Tally OverlapWithValues { get; init; }

    /// <summary>Values of matched pairs.</summary>
    public Tally Values { get; init; }

    /// <summary>Units of matched pairs; a missing one counts as one of its own.</summary>
    public Tally Unit { get; init; }

    /// <summary>Directions of matched pairs.</summary>
    public Tally Direction { get; init; }

    public Tally Metric { get; init; }

    public Tally Baseline { get; init; }

    public Tally Dataset { get; init; }

    public Tally Entity { get; init; }

    /// <summary>The spans by kind.</summary>
    public IReadOnlyDictionary<QuantityKind, KindScores> Kinds { get; init; } = new SortedDictionary<QuantityKind, KindScores>();

    /// <summary>Whether the confidence of what was found is the share of it that shares a character with a label.</summary>
    public Calibration Confidence { get; init; } = Calibration.Of([]);

    /// <summary>Scores what was found in one text.</summary>
    public static QuantityScores Of(GoldText text, IReadOnlyList<Quantity> found)
    {
        var gold = text.Quantities;
        var pairs = SpanMatching.Match(gold, found);
        var matched = gold.Zip(pairs).Where(pair => pair.Second >= 0).Select(pair => (Gold: pair.First, Found: found[pair.Second])).ToList();
        var values = matched.Count(pair => pair.Gold.Values is { } wanted && FieldRules.SameValues(wanted, pair.Found.Values));
        return new()
        {
            Strict = new(gold.Count, found.Count, matched.Count(pair => SpanMatching.IsEqual(pair.Gold, pair.Found))),
            Overlap = new(gold.Count, found.Count, matched.Count),
            OverlapWithValues = text.IsFullyLabelled ? new(gold.Count, found.Count, values) : default,
            Values = text.IsFullyLabelled ? new(matched.Count, matched.Count, values) : default,
            Unit = new(matched.Count, matched.Count, matched.Count(pair => FieldRules.SameUnit(pair.Gold.Unit, pair.Found.Unit))),
            Direction = text.IsFullyLabelled ? new(matched.Count, matched.Count, matched.Count(pair => pair.Gold.Direction == pair.Found.Direction)) : default,
            Metric = Phrases(text, matched, gold => gold.Metric, quantity => quantity.Metric),
            Baseline = Phrases(text, matched, gold => gold.Baseline, quantity => quantity.Baseline),
            Dataset = Phrases(text, matched, gold => gold.Dataset, quantity => quantity.Dataset),
            Entity = Phrases(text, matched, gold => gold.Entity, quantity => quantity.Entity),
            Kinds = KindScores.Of(gold, found, matched),
            Confidence = Calibration.Of(found.Select((quantity, i) => (quantity.Confidence, pairs.Contains(i)))),
        };
    }

    /// <summary>Sums the counts of two sets of texts.</summary>
    public QuantityScores Plus(QuantityScores other) => new()
    {
        Strict = Strict + other.Strict,
        Overlap = Overlap + other.Overlap,
        OverlapWithValues = OverlapWithValues + other.OverlapWithValues,
        Values = Values + other.Values,
        Unit = Unit + other.Unit,
        Direction = Direction + other.Direction,
        Metric = Metric + other.Metric,
        Baseline = Baseline + other.Baseline,
        Dataset = Dataset + other.Dataset,
        Entity = Entity + other.Entity,
        Kinds = KindScores.Sum(Kinds, other.Kinds),
        Confidence = Confidence.Plus(other.Confidence),
    };

    private static Tally Phrases(
        GoldText text, List<(GoldQuantity Gold, Quantity Found)> matched, Func<GoldQuantity, string?> wanted, Func<Quantity, string?> given)
        => !text.IsFullyLabelled ? default : new(
            matched.Count(pair => wanted(pair.Gold) is not null),
            matched.Count(pair => given(pair.Found) is not null),
            matched.Count(pair => wanted(pair.Gold) is { } gold && given(pair.Found) is { } found && FieldRules.SamePhrase(gold, found)));
}
