using System.Diagnostics;
using MassTransit;
using Pipeline.BuildingBlocks.Messaging;

namespace Pipeline.BuildingBlocks.Telemetry;

/// <summary>The pipeline's own spans. Ids belong here, where they are no labels.</summary>
public static class PipelineSpans
{
    private static readonly ActivitySource Source = new(InstrumentNames.Pipeline);

    /// <summary>Starts work on a message that came in a batch: it continues the trace of that message, whatever came with it.</summary>
    /// <returns>The span, which is not the current one; null when nobody listens.</returns>
    public static Activity? StartFor(ConsumeContext message, string stage)
    {
        var outer = Activity.Current;
        var span = Source.StartActivity(stage, ActivityKind.Internal, StageAttempts.SentIn(message));
        Activity.Current = outer;
        return span;
    }

    /// <summary>Starts work inside the current span, and makes it the current one.</summary>
    public static Activity? Start(string name, string tag, string value)
        => Source.StartActivity(name)?.SetTag(tag, value);

    /// <summary>Ends a span with what became of the work.</summary>
    public static void End(this Activity? span, string outcome, bool failed = false)
    {
        if (span is null)
        {
            return;
        }

        span.SetTag("outcome", outcome);
        if (failed)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }

        span.Stop();
    }
}
