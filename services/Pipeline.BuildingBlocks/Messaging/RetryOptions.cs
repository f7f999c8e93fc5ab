using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>What happens when a consumer throws. Section <c>Retry</c>.</summary>
public sealed class RetryOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Retry";

    /// <summary>Further attempts in memory before the message goes to the retry ledger. 1 to 20; default 3.</summary>
    [Range(1, 20)]
    public int Limit { get; set; } = 3;

    /// <summary>Typical pause before the first further attempt; doubles with each one, jittered, up to 1 min. 10 ms to 1 min; default 500 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Share of messages that fail in spite of their further attempts, in percent, at which a queue stops consuming for a while. 1 to 100; default 50.</summary>
    [Range(1, 100)]
    public int KillSwitchPercent { get; set; } = 50;

    /// <summary>Pause of a stopped queue before it tries again. 1 s to 10 min; default 20 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan KillSwitchPause { get; set; } = TimeSpan.FromSeconds(20);
}

[OptionsValidator]
internal sealed partial class RetryOptionsValidator : IValidateOptions<RetryOptions>;
