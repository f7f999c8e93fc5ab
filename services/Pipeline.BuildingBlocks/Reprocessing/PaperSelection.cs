using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Reprocessing;

/// <summary>Which papers are to be done again. Every condition that is given must hold; without any, all papers are.</summary>
public sealed record PaperSelection
{
    /// <summary>The stage that <see cref="MadeBy"/>, <see cref="OtherThan"/> and <see cref="Lacking"/> speak of.</summary>
    public required EnrichmentStage Stage { get; init; }

    /// <summary>Only papers with one of these keys or aliases; empty asks for all.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Only papers seen in a listing of this source.</summary>
    public string? SourceId { get; init; }

    /// <summary>Only papers published on this day (UTC) or later; without a known day, listed, else obtained.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Only papers published on this day or before.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Only papers with one of these topics assigned; empty asks for all.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Only papers whose title or abstract has all of these words (whole words, case ignored).</summary>
    public string? Text { get; init; }

    /// <summary>Only papers whose section is of one of these versions; empty asks for all.</summary>
    public IReadOnlyList<StageVersion> MadeBy { get; init; } = [];

    /// <summary>Only papers whose section is of another version than this, or that have none.</summary>
    public StageVersion? OtherThan { get; init; }

    /// <summary>Only papers without a section at their current revision: those that wait for the stage, or on which it failed.</summary>
    public bool Lacking { get; init; }
}

/// <summary>How many papers have a section of a version.</summary>
/// <param name="Version">The version.</param>
/// <param name="Papers">Papers, from 1.</param>
public sealed record StageVersionCount(StageVersion Version, long Papers);

/// <summary>Where a paper stands, and its section of a stage.</summary>
/// <param name="PaperId">Key of the paper.</param>
/// <param name="Revision">Current revision.</param>
/// <param name="Made">Revision that the section was made from; null without one.</param>
/// <param name="Version">Version that made it; null without one.</param>
public sealed record StageStamp(string PaperId, string Revision, string? Made, StageVersion? Version)
{
    /// <summary>Version of the section, when it was made from the current revision; else null.</summary>
    public StageVersion? Current => Made == Revision ? Version : null;
}
