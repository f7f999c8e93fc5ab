using System.Runtime.CompilerServices;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Scheduler.Scheduling;

namespace Pipeline.Api.Sources;

/// <summary>What a person wants to know of each source.</summary>
public sealed class SourceOverview(
    SourceCatalogue catalogue, ISourceStore sources, IFetchRunStore runs, CoverageReader coverage, TimeProvider time)
{
    private const int NewestRuns = 20;
    private const int DaysBack = 60;

    /// <summary>Reads the sources, by id.</summary>
    public async IAsyncEnumerable<SourceLine> ReadAsync(int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var paused = await sources.ListPausedAsync(cancellationToken);
        foreach (var source in (await catalogue.ListAsync(cancellationToken)).Take(limit))
        {
            DateTimeOffset? since = paused.TryGetValue(source.Id, out var at) ? at : null;
            var newest = await runs.ListAsync(source.Id, cause: null, after: null, NewestRuns, cancellationToken);
            var standing = SourceStanding.Of(since, newest);
            yield return new SourceLine
            {
                Id = source.Id,
                Kind = source.Kind!.Value.Name(),
                Configured = catalogue.IsConfigured(source.Id),
                Schedule = source.Schedule,
                TimeZone = source.TimeZone,
                NextSlot = since is null ? SourceSchedule.Read(source)?.Next(time.GetUtcNow()) : null,
                LastRun = newest is [var last, ..] ? last : null,
                NewestCoveredDay = await FindCoveredAsync(source, cancellationToken),
                State = standing.State,
                Reason = standing.Reason,
            };
        }
    }

    private async Task<DateOnly?> FindCoveredAsync(SourceDefinition source, CancellationToken cancellationToken)
    {
        var today = source.DayOf(time.GetUtcNow());
        var days = await coverage.ReadAsync(source, today.AddDays(-DaysBack), today, cancellationToken);
        return days.LastOrDefault(day => day.State == DayState.Covered)?.Day;
    }
}

/// <summary>One source, and how it stands.</summary>
public sealed record SourceLine
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Kind, as people write it.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether it stands in the configuration, so that commands cannot change it.</summary>
    public required bool Configured { get; init; }

    /// <summary>When it is fetched, as a cron expression; null on demand.</summary>
    public string? Schedule { get; init; }

    /// <summary>IANA name of the time zone of schedule and days.</summary>
    public required string TimeZone { get; init; }

    /// <summary>When it is due next; null when it has no schedule, or is paused.</summary>
    public DateTimeOffset? NextSlot { get; init; }

    /// <summary>The run created last.</summary>
    public FetchRun? LastRun { get; init; }

    /// <summary>The newest covered day of the last 60; null when none is.</summary>
    public DateOnly? NewestCoveredDay { get; init; }

    /// <summary>How it stands.</summary>
    public required SourceState State { get; init; }

    /// <summary>Why; null when there is nothing to say.</summary>
    public string? Reason { get; init; }
}
