using System.Diagnostics;
using System.Globalization;
using MassTransit;
using MassTransit.Logging;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>Which attempt at a message this is, and which trace it belongs to.</summary>
public static class StageAttempts
{
    /// <summary>Header: the reprocess run that a command belongs to.</summary>
    public const string RunHeader = "Pipeline-Run";

    /// <summary>The attempt at a message that is in hand; those before it from the retry ledger count.</summary>
    public static StageAttempt Attempt(this ConsumeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new()
        {
            Number = FailedBefore(context) + context.GetRetryAttempt() + 1,
            TraceId = TraceIdOf(context),
            RunId = context.Headers.Get<string>(RunHeader),
        };
    }

    /// <summary>The span in which a message was sent, which its own work continues; default when it carries none.</summary>
    public static ActivityContext SentIn(ConsumeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        // What comes from the retry ledger goes on in the trace it first came in.
        var id = context.Headers.Get<string>(FailureHeaders.FirstTrace) ?? context.Headers.Get<string>(DiagnosticHeaders.ActivityId);
        return ActivityContext.TryParse(id, traceState: null, isRemote: true, out var sent) ? sent : default;
    }

    private static int FailedBefore(ConsumeContext context)
        => int.TryParse(context.Headers.Get<string>(FailureHeaders.Attempt), NumberStyles.None, CultureInfo.InvariantCulture, out var failed) ? failed : 0;

    private static string? TraceIdOf(ConsumeContext context)
        => SentIn(context) is { } sent && sent.TraceId != default ? sent.TraceId.ToHexString() : Activity.Current?.TraceId.ToHexString();
}
