using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Pipeline.Scheduler;

/// <summary>The sweep for unfinished work. Section <c>Scheduler</c>.</summary>
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
}

[OptionsValidator]
internal sealed partial class SchedulerOptionsValidator : IValidateOptions<SchedulerOptions>;
