using System.Text.Json.Serialization;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>What a sentence does in its abstract.</summary>
public enum SentenceRole
{
    /// <summary>The field, prior work, known problems.</summary>
    Background,

    /// <summary>What is asked or studied.</summary>
    Objective,

    /// <summary>What is proposed, how it works, how it was evaluated.</summary>
    Method,

    /// <summary>What was found, shown, proved, argued or predicted.</summary>
    Result,

    /// <summary>Availability, hopes, outlook, significance.</summary>
    Other,
}

/// <summary>What kind of assertion a claim is; the strongest one wins.</summary>
public enum ClaimType
{
    /// <summary>Something new is proposed, introduced, released.</summary>
    Contribution,

    /// <summary>What the authors' own method does or achieves.</summary>
    Result,

    /// <summary>Against a named or clearly implied other.</summary>
    Comparison,

    /// <summary>About phenomena, existing methods, or a position.</summary>
    Finding,

    /// <summary>Proved, derived, bounded, constructed.</summary>
    Theory,

    /// <summary>Code, data, models or videos are out.</summary>
    Availability,
}

/// <summary>One sentence of an abstract. The sentences of an abstract tile it without overlap.</summary>
public sealed record Sentence
{
    /// <summary>First UTF-16 code unit in the abstract.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last code unit.</summary>
    public required int End { get; init; }

    /// <summary>What the sentence does.</summary>
    public required SentenceRole Role { get; init; }

    /// <summary>Confidence in the role, 0 to 1.</summary>
    public required double RoleScore { get; init; }

    /// <summary>Whether the authors put something forward that could be supported or disputed.</summary>
    public required bool Claim { get; init; }

    /// <summary>Confidence that it is a claim, 0 to 1.</summary>
    public required double ClaimScore { get; init; }

    /// <summary>Whether it states what the paper concludes.</summary>
    public required bool MainClaim { get; init; }

    /// <summary>Confidence that it is a main claim, 0 to 1.</summary>
    public required double MainClaimScore { get; init; }

    /// <summary>Kind of claim; null when <see cref="Claim"/> is false.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ClaimType? ClaimType { get; init; }
}
