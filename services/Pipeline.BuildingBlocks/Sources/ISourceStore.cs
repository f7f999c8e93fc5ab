namespace Pipeline.BuildingBlocks.Sources;

/// <summary>Sources added by people, pauses, and which days were answered. Every write is atomic and durable on return.</summary>
public interface ISourceStore
{
    /// <summary>Stores a source, over one of the same id.</summary>
    Task SaveAsync(SourceDefinition source, CancellationToken cancellationToken);

    /// <summary>Removes a stored source, its pause and since when its schedule counts; what it gave stays.</summary>
    /// <returns>False when there is none.</returns>
    Task<bool> RemoveAsync(string id, CancellationToken cancellationToken);

    /// <summary>Reads the stored sources, by id in ordinal order.</summary>
    Task<IReadOnlyList<SourceDefinition>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Pauses a source, or lets it go on. It need not be a stored one.</summary>
    /// <param name="id">Id of the source.</param>
    /// <param name="since">Since when it is paused; null lets it go on.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task SetPausedAsync(string id, DateTimeOffset? since, CancellationToken cancellationToken);

    /// <summary>Reads which sources are paused, and since when.</summary>
    Task<IReadOnlyDictionary<string, DateTimeOffset>> ListPausedAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Notes from when on a source's schedule counts, unless that is known: its slots before are not caught up.
    /// </summary>
    /// <returns>The time that stands now.</returns>
    Task<DateTimeOffset> KeepScheduledSinceAsync(string id, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>
    /// Records what a source answered for some days, each on its own. An incomplete or older answer does not replace a
    /// complete one, and an older incomplete one no incomplete one.
    /// </summary>
    Task SaveAnswersAsync(IReadOnlyList<DayAnswer> answers, CancellationToken cancellationToken);

    /// <summary>Reads the answers of a source for the days from <paramref name="first"/> to <paramref name="last"/>, by day.</summary>
    Task<IReadOnlyList<DayAnswer>> ListAnswersAsync(string sourceId, DateOnly first, DateOnly last, CancellationToken cancellationToken);
}

/// <summary>What a source answered when it was asked for one day.</summary>
/// <remarks>Whether the day counts as covered also depends on how parsing its listings ended; see <c>Coverage</c>.</remarks>
public sealed record DayAnswer
{
    /// <summary>The source.</summary>
    public required string SourceId { get; init; }

    /// <summary>The day asked for, in the source's time zone.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The day the source says it answered for; null when it does not say.</summary>
    public DateOnly? Answered { get; init; }

    /// <summary>The run that asked.</summary>
    public required Guid RunId { get; init; }

    /// <summary>When the answer was complete, or was given up.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the source answered for this very day, to the end.</summary>
    public required bool Complete { get; init; }

    /// <summary>The listings that hold the answer; a day of a larger window shares them. Empty when the source said that the day has none.</summary>
    public IReadOnlyList<string> ListingIds { get; init; } = [];

    /// <summary>Why it is not complete, or what is remarkable about it; one line.</summary>
    public string? Note { get; init; }
}
