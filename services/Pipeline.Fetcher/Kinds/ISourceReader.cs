using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Fetcher.Kinds;

/// <summary>How one kind of source is asked: in steps, each of which a run can stop after and go on from.</summary>
internal interface ISourceReader
{
    /// <summary>Whether it reads such sources.</summary>
    bool Reads(SourceKind kind);

    /// <summary>Takes the next step: usually one request, its answer archived and announced when this returns.</summary>
    /// <param name="visit">The source and the run.</param>
    /// <param name="cursor">Where the step before ended; null at the beginning.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="Fetching.FetchException">The step failed; nothing of it counts.</exception>
    Task<Step> StepAsync(SourceVisit visit, string? cursor, CancellationToken cancellationToken);
}

/// <summary>What one step gave.</summary>
/// <param name="Cursor">Where the next step goes on; null when there is none.</param>
internal sealed record Step(string? Cursor)
{
    /// <summary>Answers archived.</summary>
    public int Pages { get; init; }

    /// <summary>Of these, answers that were the same as last time.</summary>
    public int Unchanged { get; init; }

    /// <summary>Days that are now answered, completely or not.</summary>
    public IReadOnlyList<DayAnswer> Answers { get; init; } = [];
}
