using System.Diagnostics;
using MassTransit;
using MassTransit.Logging;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>Which attempt at a message this is, and which trace it belongs to.</summary>
public static class StageAttempts
{
    /// <summary>The attempt at a message that is in hand.</summary>
    public static StageAttempt Attempt(this ConsumeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new() { Number = context.GetRetryAttempt() + 1, TraceId = TraceIdOf(context) };
    }

    /// <summary>The span in which a message was sent, which its own work continues; default when it carries none.</summary>
    public static ActivityContext SentIn(ConsumeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Headers.Get<string>(DiagnosticHeaders.ActivityId) is { } id && ActivityContext.TryParse(id, traceState: null, isRemote: true, out var sent)
            ? sent
            : default;
    }

    private static string? TraceIdOf(ConsumeContext context)
        => SentIn(context) is { } sent && sent.TraceId != default ? sent.TraceId.ToHexString() : Activity.Current?.TraceId.ToHexString();
}
