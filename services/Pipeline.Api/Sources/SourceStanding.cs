using System.Globalization;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Api.Sources;

/// <summary>How a source stands, in a word.</summary>
public enum SourceState
{
    /// <summary>It was never run.</summary>
    New,

    /// <summary>Its last run is done.</summary>
    Ok,

    /// <summary>A run is under way.</summary>
    Running,

    /// <summary>A run waits.</summary>
    Waiting,

    /// <summary>Its last run failed.</summary>
    Failing,

    /// <summary>A person paused it.</summary>
    Paused,
}

/// <summary>How a source stands, and why.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Reason">Why; null when there is nothing to say.</param>
public sealed record SourceStanding(SourceState State, string? Reason)
{
    /// <summary>Judges a source by its newest runs.</summary>
    /// <param name="pausedSince">Since when it is paused; null when it is not.</param>
    /// <param name="newest">Its newest runs, last created first.</param>
    public static SourceStanding Of(DateTimeOffset? pausedSince, IReadOnlyList<FetchRun> newest)
    {
        ArgumentNullException.ThrowIfNull(newest);
        if (pausedSince is { } since)
        {
            return new(SourceState.Paused, string.Create(CultureInfo.InvariantCulture, $"since {since.UtcDateTime:yyyy-MM-dd HH:mm} UTC"));
        }

        // A run that fails on the way still says so, although it is to be tried again.
        if (newest.FirstOrDefault(run => !run.HasEnded) is { } open)
        {
            return open.State == RunState.Running && open.Reason is null ? new(SourceState.Running, null) : new(SourceState.Waiting, open.Reason);
        }

        return newest switch
        {
            [] => new(SourceState.New, null),
            [{ State: RunState.Failed } last, ..] => new(SourceState.Failing, last.Reason),
            _ => new(SourceState.Ok, null),
        };
    }
}
