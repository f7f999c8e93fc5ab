using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.Standalone.Hosting;
using RabbitMQ.Client.Exceptions;

namespace Pipeline.Standalone.Diagnosis;

/// <summary>The broker: reachable, and with the queues of the workers as they declare them.</summary>
internal sealed class BrokerCheck(Deployment deployment, IServiceProvider services, QueueConsumers consumers) : ICheck
{
    private const string Name = "broker";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!deployment.Workers)
        {
            yield return Finding.Ok(Name, "none: every stage runs in this process");
            yield break;
        }

        var broker = ActivatorUtilities.CreateInstance<BrokerInspection>(services);
        var (queues, exchange, trouble) = await InspectAsync(broker, cancellationToken);
        if (queues is null || exchange is null)
        {
            yield return Finding.Failed(Name, $"{broker.Where}: {trouble}", "Check that it runs, and user, password and virtual host in Broker:Address.");
            yield break;
        }

        yield return Finding.Ok(Name, broker.Where);
        foreach (var queue in queues)
        {
            yield return Judge(queue);
        }

        yield return Judge(exchange);
    }

    /// <summary>Judges one queue.</summary>
    internal static Finding Judge(QueueCondition queue) => queue switch
    {
        { State: QueueState.Missing } => Finding.Warning("queue", $"{queue.Name} is not there", "Start its worker, for the dead letters the Scheduler: it makes the queue."),
        { State: QueueState.Different } => Finding.Failed(
            "queue", $"{queue.Name} is of another kind, or has other arguments than the workers declare",
            "Compare Broker:QueueReplicas and Broker:DeliveryLimit with those it was made with; else empty and delete it, and start its worker."),
        { Consumers: 0 } => Finding.Warning("queue", $"{queue.Name}: nobody takes from it, {queue.Messages} messages wait", "Start its worker, or resume its stage: stages list."),
        _ => Finding.Ok("queue", $"{queue.Name}: {queue.Messages} messages wait, workers: {queue.Consumers}"),
    };

    /// <summary>Judges the exchange of public events.</summary>
    internal static Finding Judge(ExchangeCondition exchange) => exchange.State switch
    {
        QueueState.Missing => Finding.Warning(
            "exchange", $"{exchange.Name} is not there: nobody has been told of a paper yet", "Start Delivery, which makes it with its first event; or a consumer does."),
        QueueState.Different => Finding.Failed(
            "exchange", $"{exchange.Name} is no durable topic exchange, so no event gets out",
            "Delete it: the next event makes it anew. Then let consumers bind their queues again, and deadletters replay --stage announce-paper."),
        _ => Finding.Ok("exchange", $"{exchange.Name}: durable topic exchange"),
    };

    private async Task<(IReadOnlyList<QueueCondition>? Queues, ExchangeCondition? Exchange, string? Trouble)> InspectAsync(BrokerInspection broker, CancellationToken cancellationToken)
    {
        try
        {
            return (await broker.InspectAsync(consumers.Types, cancellationToken), await broker.InspectPublicExchangeAsync(cancellationToken), null);
        }
        catch (BrokerUnreachableException e)
        {
            return (null, null, e.InnerException?.Message ?? e.Message);
        }
        catch (Exception e) when (e is OperationInterruptedException or IOException or TimeoutException)
        {
            return (null, null, e.Message);
        }
    }
}

/// <summary>The consumers whose queues should be on the broker.</summary>
/// <param name="Types">Their classes.</param>
internal sealed record QueueConsumers(IReadOnlyList<Type> Types);
