namespace Pipeline.BuildingBlocks.Failures;

/// <summary>Headers that this pipeline gives a message that goes back to its queue, and those it takes away.</summary>
public static class FailureHeaders
{
    /// <summary>Key of the entry that the message was sent from.</summary>
    public const string Entry = "Pipeline-Failure";

    /// <summary>How often the message failed before.</summary>
    public const string Attempt = "Pipeline-Attempt";

    /// <summary>The trace that the message came with when it first failed.</summary>
    public const string FirstTrace = "Pipeline-First-Trace";

    /// <summary>The trace that the bus gives every message.</summary>
    public const string Trace = "MT-Activity-Id";

    // Fault headers, the broker's own account of dead letters, and what the bus writes anew with every message.
    private static readonly string[] Dropped =
    [
        "MT-Fault-", "MT-Reason", "MT-Redelivery-", "x-death", "x-first-death-", "x-last-death-", "x-delivery-count", "x-acquired-count",
        "x-opt-", "MT-Activity-", "MessageId", "Content-Type", "publishId", Entry, Attempt, FirstTrace,
    ];

    /// <summary>The trace that a message first came with, in the form of W3C Trace Context; null when it came with none.</summary>
    public static string? TraceOf(FailedMessage failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return (failure.Headers.FirstOrDefault(header => header.Name == FirstTrace) ?? failure.Headers.FirstOrDefault(header => header.Name == Trace))?.Value;
    }

    /// <summary>The headers that a message goes back to its queue with.</summary>
    public static IReadOnlyList<FailureHeader> ForReplay(FailedMessage failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var kept = failure.Headers.Where(header => !Array.Exists(Dropped, name => header.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
        return
        [
            .. kept,
            new(Entry, failure.Id.ToString("D")),
            new(Attempt, failure.Attempts.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            .. TraceOf(failure) is { } trace ? [new(FirstTrace, trace)] : (FailureHeader[])[],
        ];
    }
}
