using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>How a number reads by the words right around it.</summary>
internal enum Reading
{
    /// <summary>A percentage, a factor, a range, or a value with its error.</summary>
    Reported,

    /// <summary>A value with a unit of measure.</summary>
    Measured,

    /// <summary>A number of things that are the scale of an evaluation.</summary>
    Scale,

    /// <summary>A number of other things.</summary>
    Counted,

    /// <summary>A bare number with a metric, a hedge or an equals sign before it.</summary>
    Scored,

    /// <summary>A bare decimal number.</summary>
    Decimal,

    /// <summary>A bare number of no kind above.</summary>
    Bare,

    /// <summary>A percentage or a number that is a setting: "95% confidence", "12 layers".</summary>
    Setting,

    /// <summary>Half, twice or times without what it is compared with.</summary>
    Loose,

    /// <summary>A year or a date.</summary>
    Year,

    /// <summary>Two or three numbers joined by a colon or a slash.</summary>
    Ratio,

    /// <summary>Part of a list, a citation or a label: "(1)", "[12]", "Section 3".</summary>
    Label,

    /// <summary>Behind a word with a capital: "Llama 3".</summary>
    Named,

    /// <summary>Something is glued to it that makes it another thing: "3D", "2nd", "16-bit".</summary>
    Glued,
}

/// <summary>What may be taken into a span behind the unit.</summary>
internal enum Tail
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>"faster", "fewer".</summary>
    Comparative,

    /// <summary>"or more", "or less".</summary>
    OrMore,

    /// <summary>The noun that is counted, right behind the number.</summary>
    Noun,

    /// <summary>The noun that is counted, with the words before it.</summary>
    Phrase,

    /// <summary>"per" and what it is for each of, behind the noun that is counted if there is one.</summary>
    Per,
}

/// <summary>A number of the text as it reads, before it is decided whether it is a quantity and how far its span goes.</summary>
internal sealed record Candidate
{
    /// <summary>First token of the number, its sign included.</summary>
    public required int Core { get; init; }

    /// <summary>One past the last token of its first number.</summary>
    public required int NumberNext { get; init; }

    /// <summary>One past the last token of its unit.</summary>
    public required int UnitNext { get; init; }

    /// <summary>The numbers, in order.</summary>
    public required double[] Values { get; init; }

    /// <summary>How they are meant.</summary>
    public required QuantityKind Kind { get; init; }

    /// <summary>Unit; null for a bare number.</summary>
    public string? Unit { get; init; }

    /// <summary>How the number reads.</summary>
    public Reading Reading { get; init; } = Reading.Reported;

    /// <summary>What may follow the unit in the span.</summary>
    public Tail Tail { get; init; }

    /// <summary>One past the last token of the tail.</summary>
    public int TailNext { get; init; }

    /// <summary>What is counted, as tokens from and up to; null when nothing is.</summary>
    public (int First, int Next)? Counted { get; init; }

    /// <summary>One past the noun that is counted when it stands right behind the number; else one past the unit.</summary>
    public int NounNext => Unit is null && Counted is { } counted && counted.Next - counted.First == 1 ? counted.Next : UnitNext;

    /// <summary>It is written as a word.</summary>
    public bool Spelled { get; init; }

    /// <summary>It has a decimal point.</summary>
    public bool Decimal { get; init; }
}
