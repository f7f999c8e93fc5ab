using Pipeline.BuildingBlocks.Reprocessing;

namespace Pipeline.Api.Runs;

/// <summary>Which papers to do again. Every condition that is given must hold; without any, all papers are.</summary>
public sealed record ReprocessRequest
{
    /// <summary>The stage that does them again.</summary>
    public required EnrichmentStage Stage { get; init; }

    /// <summary>Only the papers with these keys or aliases; at most 200.</summary>
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Only papers seen in a listing of this source.</summary>
    public string? Source { get; init; }

    /// <summary>Only papers published on this day or later (listed or obtained, where that is unknown).</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Only papers published on this day or before.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Only papers with one of these topics; a group stands for all its topics. At most 200.</summary>
    public IReadOnlyList<string>? Topics { get; init; }

    /// <summary>Only papers with all of these words in title or abstract.</summary>
    public string? Words { get; init; }

    /// <summary>Only papers done by one of these versions, such as <c>claims/3</c>. At most 200.</summary>
    public IReadOnlyList<string>? MadeBy { get; init; }

    /// <summary>Only papers done by another version than the one of this program, or by none.</summary>
    public bool Outdated { get; init; }

    /// <summary>Only papers that lack the stage.</summary>
    public bool Failed { get; init; }
}
