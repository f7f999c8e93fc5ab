using MassTransit;
using MassTransit.Middleware;
using Pipeline.BuildingBlocks.Failures;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>The filters through which a failing message of a queue passes, in place of the bus's error and skipped queues.</summary>
internal static class FailureFilters
{
    /// <summary>Makes failed and skipped messages of a queue entries of the store.</summary>
    public static void UseFailures(this IReceiveEndpointConfigurator endpoint, FailureRecorder recorder, string prefix)
    {
        endpoint.ConfigureError(pipe =>
        {
            pipe.UseFilter(new GenerateFaultFilter());
            pipe.UseFilter(new FailedFilter(recorder, prefix));
        });
        endpoint.ConfigureDeadLetter(pipe => pipe.UseFilter(new SkippedFilter(recorder, prefix)));
        endpoint.UseFilter(new OutcomeFilter(recorder));
    }
}

/// <summary>Writes a message down that failed in spite of its retries in memory, or that nobody can read.</summary>
internal sealed class FailedFilter(FailureRecorder recorder, string prefix) : IFilter<ExceptionReceiveContext>
{
    private readonly ErrorTransportFilter _errorQueue = new();

    public void Probe(ProbeContext context) => context.CreateFilterScope("failed");

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        if (context.Body.Length > FailedMessage.MaxBodyBytes)
        {
            await ((IFilter<ExceptionReceiveContext>)_errorQueue).Send(context, next);
            return;
        }

        var verdict = recorder.Judge(context.Exception);
        var failed = ReceivedFailure.Create(
            context, ReceivedFailure.QueueOf(context), prefix, verdict.Cause, verdict.Exception.GetType().Name, verdict.Exception.Message);
        await recorder.RecordAsync(failed with { Stack = FailureWords.Stack(context.Exception) }, verdict.RetryAfter, context.CancellationToken);
        await next.Send(context);
    }
}

/// <summary>Writes a message down that no consumer of its queue takes.</summary>
internal sealed class SkippedFilter(FailureRecorder recorder, string prefix) : IFilter<ReceiveContext>
{
    public void Probe(ProbeContext context) => context.CreateFilterScope("skipped");

    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        var queue = ReceivedFailure.QueueOf(context);
        var skipped = ReceivedFailure.Create(context, queue, prefix, FailureCause.Skipped, "Skipped", "");
        var reason = $"No consumer of the queue takes {skipped.Type ?? "messages of a type that cannot be read"}.";
        await recorder.RecordAsync(skipped with { Reason = reason, Group = FailureWords.Group("Skipped", reason) }, retryAfter: null, context.CancellationToken);
        await next.Send(context);
    }
}

/// <summary>Sees how a message fared that had failed before, and makes a failure of work that was cancelled from inside.</summary>
internal sealed class OutcomeFilter(FailureRecorder recorder) : IFilter<ConsumeContext>
{
    public void Probe(ProbeContext context) => context.CreateFilterScope("outcome");

    public async Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        try
        {
            await next.Send(context);
        }
        catch (OperationCanceledException e) when (!context.CancellationToken.IsCancellationRequested)
        {
            // A client's time-out. The bus would take it for its own stop and hand the message back at once, again and again.
            throw new WorkCancelledException(e);
        }
        catch (BatchFailedException e)
        {
            // What is wrong with a neighbour is not the reason of this one.
            e.ThrowReasonOf(context.MessageId);
        }

        if (ReceivedFailure.IdOf(context.ReceiveContext) is { } id)
        {
            await recorder.SucceededAsync(id, context.ReceiveContext);
        }
    }
}
