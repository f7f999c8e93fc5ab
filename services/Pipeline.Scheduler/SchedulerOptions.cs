using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Pipeline.Scheduler;

/// <summary>The sweep for unfinished work, and the runs of sources. Section <c>Scheduler</c>.</summary>
public sealed class SchedulerOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Scheduler";

    /// <summary>Pause between two sweeps. 100 ms to 1 h; default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a paper or listing may wait in the queues before it counts as forgotten. 0 to 1 day; default 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan SweepAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Wait before the same paper is dispatched again; doubles each time. 100 ms to 1 day; default 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan SweepAgain { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Papers taken from the store together. 1 to 1000; default 200.</summary>
    [Range(1, 1000)]
    public int SweepBatch { get; set; } = 200;

    /// <summary>Dispatch everything unfinished at start without waiting: for queues that died with the last process. Default false.</summary>
    public bool ResumeAtStart { get; set; }

    /// <summary>Pause between two looks at schedules, runs and backfills. 100 ms to 1 h; default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan ScheduleEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Papers that may wait for enrichment before runs wait, too. 0 to 100,000,000; default 20,000.</summary>
    [Range(0L, 100_000_000L)]
    public long MaxPending { get; set; } = 20_000;

    /// <summary>Wait before a run is dispatched again whose message or Fetcher was lost. 1 s to 1 day; default 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RedispatchAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Most days before the newest one that a scheduled run asks for after a downtime. 0 to 366; default 60. Beyond: backfill.</summary>
    [Range(0, 366)]
    public int CatchUpDays { get; set; } = 60;

    /// <summary>Most days that one run of a backfill asks an arXiv source for. 1 to 31; default 7. Other sources are asked day by day.</summary>
    [Range(1, 31)]
    public int BackfillDays { get; set; } = 7;

    /// <summary>Papers of a reprocess run that may be on their way to their stage at the same time. 1 to 2,000; default 200.</summary>
    [Range(1, 2_000)]
    public int ReprocessInFlight { get; set; } = 200;

    /// <summary>The same while fresh papers wait to be enriched, so that they are not slowed down much. 1 to 2,000; default 20.</summary>
    [Range(1, 2_000)]
    public int ReprocessInFlightBusy { get; set; } = 20;

    /// <summary>
    /// How often a paper of a reprocess run is sent, <see cref="RedispatchAfter"/> apart, before it counts as failed; while no
    /// paper of the run is done, nothing is known against it and it is sent up to four times as often. 1 to 100; default 3.
    /// </summary>
    [Range(1, 100)]
    public int ReprocessAttempts { get; set; } = 3;

    /// <summary>How long a reprocess run stays in the hands of a process that has died. 1 s to 1 h; default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ReprocessHold { get; set; } = TimeSpan.FromSeconds(15);
}

[OptionsValidator]
internal sealed partial class SchedulerOptionsValidator : IValidateOptions<SchedulerOptions>;
