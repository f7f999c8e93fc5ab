using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Pipeline.BuildingBlocks.Failures;

/// <summary>How often and when a message is tried again that failed in spite of its retries in memory. Section <c>Ledger</c>.</summary>
public sealed class LedgerOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Ledger";

    /// <summary>Failures after which a message is a dead letter; 1 lets nothing wait. 1 to 100; default 8.</summary>
    [Range(1, 100)]
    public int Attempts { get; set; } = 8;

    /// <summary>Wait after the first failure; doubles with each one, up to MaxDelay. 100 ms to 1 day; default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest wait; where somebody asked for more patience, up to 7 days of it are kept. 100 ms to 7 days; default 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "7.00:00:00")]
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Wait after the first failure that a dependency is to blame for; doubles up to a minute. 100 ms to 1 min; default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan DependencyDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long replayed and discarded messages are kept. 1 h to 366 days; default 14 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "366.00:00:00")]
    public TimeSpan KeepEnded { get; set; } = TimeSpan.FromDays(14);
}

[OptionsValidator]
internal sealed partial class LedgerOptionsValidator : IValidateOptions<LedgerOptions>;
