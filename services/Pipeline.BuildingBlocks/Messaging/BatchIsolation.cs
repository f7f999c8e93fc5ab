using System.Diagnostics;
using System.Runtime.ExceptionServices;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Failures;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>Finds the messages for which a batch fails as a whole, so that the others do not fail with them.</summary>
internal static class BatchIsolation
{
    /// <summary>
    /// Works on the messages of a batch that are not done yet, in halves down to single ones where the work fails. What went well is marked as
    /// delivered: the bus then takes no failure of the batch for one of these.
    /// </summary>
    /// <param name="context">The batch.</param>
    /// <param name="work">The work on some of its messages; may be repeated with the same ones.</param>
    /// <exception cref="BatchFailedException">It fails for some messages alone, each for a reason of its own.</exception>
    public static async Task EachAloneAsync<TMessage>(
        this ConsumeContext<Batch<TMessage>> context, Func<IReadOnlyList<ConsumeContext<TMessage>>, Task> work)
        where TMessage : class
    {
        var clock = Stopwatch.StartNew();
        List<ConsumeContext<TMessage>> open = [.. context.Message.Where(message => !message.ReceiveContext.IsDelivered)];
        var failed = await HalveAsync(context, open, work);
        if (failed.Count == 0)
        {
            return;
        }

        foreach (var message in open.Except(failed.Select(one => one.Message)))
        {
            await message.NotifyConsumed(clock.Elapsed, TypeCache<Batch<TMessage>>.ShortName);
        }

        throw new BatchFailedException([.. failed.Select(one => (one.Message.MessageId, one.Reason))]);
    }

    private static async Task<List<(ConsumeContext<TMessage> Message, Exception Reason)>> HalveAsync<TMessage>(
        ConsumeContext context, List<ConsumeContext<TMessage>> messages, Func<IReadOnlyList<ConsumeContext<TMessage>>, Task> work)
        where TMessage : class
    {
        try
        {
            await work(messages);
            return [];
        }
        catch (Exception e) when (messages.Count > 0 && IsOfTheMessages(context, e))
        {
            var half = messages.Count / 2;
            return half == 0
                ? [(messages[0], e)]
                : [.. await HalveAsync(context, messages[..half], work), .. await HalveAsync(context, messages[half..], work)];
        }
    }

    // Away, slow or told to stop: then every message would fail, one time-out after the other.
    private static bool IsOfTheMessages(ConsumeContext context, Exception exception)
    {
        var store = context.TryGetPayload(out IServiceProvider? services) ? services.GetService<IFailureStore>() : null;
        return exception is not OperationCanceledException
            && FailureVerdict.Of(exception, e => store?.IsUnreachable(e) == true).Cause != FailureCause.DependencyDown;
    }
}

/// <summary>Some messages of a batch failed, each for a reason of its own.</summary>
internal sealed class BatchFailedException(IReadOnlyList<(Guid? MessageId, Exception Reason)> failures)
    : Exception(failures[0].Reason.Message, failures[0].Reason)
{
    /// <summary>Throws what is wrong with one message; does nothing for a message that went well, as another copy of it did.</summary>
    public void ThrowReasonOf(Guid? messageId)
    {
        if (failures.FirstOrDefault(failure => messageId is null || failure.MessageId == messageId).Reason is { } reason)
        {
            ExceptionDispatchInfo.Throw(reason);
        }
    }
}
