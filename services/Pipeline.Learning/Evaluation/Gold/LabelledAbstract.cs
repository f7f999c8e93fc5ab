using System.Text.Json.Serialization;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Learning.Evaluation.Gold;

/// <summary>An abstract whose sentences carry labels, whichever form of file it came in.</summary>
/// <param name="Id">What the data set calls it, or null.</param>
/// <param name="Sentences">Its sentences in order, without overlap.</param>
[JsonConverter(typeof(LabelledAbstractConverter))]
public sealed record LabelledAbstract(string? Id, IReadOnlyList<LabelledSentence> Sentences)
{
    /// <summary><c>train</c> or <c>dev</c> in files that hold both, else null.</summary>
    public string? Part { get; init; }

    /// <summary>Title of the paper; empty where no file gives it.</summary>
    public string Title { get; init; } = "";

    /// <summary>The text that the offsets count in; null where the file has only offsets and no text was joined.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the file gives the sentences themselves, so that nobody has to find their ends.</summary>
    public bool IsSplit { get; init; }

    /// <summary>Whether every sentence is words of <see cref="Text"/>; sentences that a file gives may be empty.</summary>
    internal bool SentencesLieInText => Text is { } text
        && Sentences.All(sentence => sentence.Span.End <= text.Length && (IsSplit || !string.IsNullOrWhiteSpace(sentence.Span.Of(text))));
}

/// <summary>One sentence with its labels; null where the file says nothing.</summary>
/// <param name="Span">Where it stands, in UTF-16 code units of the abstract.</param>
public sealed record LabelledSentence(TextSpan Span)
{
    public SentenceRole? Role { get; init; }

    public bool? Claim { get; init; }

    /// <summary>Kind of claim; null also when it is none.</summary>
    public ClaimType? ClaimType { get; init; }

    public bool? MainClaim { get; init; }

    /// <summary>How sure those who labelled it were of its role, 0 to 1.</summary>
    public double? Confidence { get; init; }
}
