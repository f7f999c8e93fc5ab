using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Pipeline.Testing;

/// <summary>Queues and exchanges of one fleet: to ask whether they are consumed, and to remove them.</summary>
public static class BrokerNames
{
    private static readonly (string Queue, string Worker)[] Consumed =
    [
        ("fetch-source", "Pipeline.Fetcher"),
        ("parse-listing", "Pipeline.Parser"),
        ("extract-claims", "Pipeline.ClaimExtractor"),
        ("reextract-claims", "Pipeline.ClaimExtractor"),
        ("classify-topics", "Pipeline.TopicClassifier"),
        ("reclassify-topics", "Pipeline.TopicClassifier"),
        ("announce-paper", "Pipeline.Delivery"),
        ("announce-withdrawal", "Pipeline.Delivery"),
    ];

    private static readonly string[] Queues = [.. Consumed.Select(queue => queue.Queue)];

    private static readonly string[] Messages =
    [
        "fetch-source", "listing-fetched", "listing-parsed", "paper-parsed", "extract-claims", "classify-topics",
        "claims-extracted", "topics-classified", "paper-enriched", "paper-joined", "paper-withdrawn",
    ];

    /// <summary>Whether every replica consumes each work queue of its worker.</summary>
    /// <param name="prefix">The fleet's prefix.</param>
    /// <param name="replicas">How many processes of a worker there are, by its project.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public static async Task<bool> AllConsumedAsync(string prefix, Func<string, int> replicas, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        foreach (var (queue, worker) in Consumed)
        {
            if (replicas(worker) > ((await FindAsync(connection, $"{prefix}-{queue}", cancellationToken))?.ConsumerCount ?? 0))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a queue is there, with all its letters.</summary>
    public static async Task<bool> ExistsAsync(string queue, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        return await FindAsync(connection, queue, cancellationToken) is not null;
    }

    /// <summary>Processes that take messages from a queue.</summary>
    public static async Task<long> CountConsumersAsync(string queue, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        return (await FindAsync(connection, queue, cancellationToken))?.ConsumerCount ?? 0;
    }

    /// <summary>Messages that wait in the work queues.</summary>
    public static async Task<long> CountWaitingAsync(string prefix, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        var total = 0L;
        foreach (var queue in Queues)
        {
            total += (await FindAsync(connection, $"{prefix}-{queue}", cancellationToken))?.MessageCount ?? 0;
        }

        return total;
    }

    /// <summary>Messages that ended aside: in error, skipped, quarantine and dead-letter queues.</summary>
    public static async Task<long> CountSetAsideAsync(string prefix, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        var total = 0L;
        foreach (var queue in Queues.SelectMany(q => new[] { $"{prefix}-{q}_error", $"{prefix}-{q}_skipped", $"{prefix}-{q}-quarantine" }).Append($"{prefix}-dead-letters"))
        {
            total += (await FindAsync(connection, queue, cancellationToken))?.MessageCount ?? 0;
        }

        return total;
    }

    /// <summary>Removes every queue and exchange of a fleet.</summary>
    public static async Task DeleteAsync(string prefix)
    {
        await using var connection = await ConnectAsync(CancellationToken.None);
        await using var channel = await connection.CreateChannelAsync();
        foreach (var queue in Queues.Append("dead-letters").Select(q => $"{prefix}-{q}"))
        {
            foreach (var name in new[] { queue, $"{queue}_error", $"{queue}_skipped", $"{queue}-quarantine" })
            {
                await channel.QueueDeleteAsync(name);
                await channel.ExchangeDeleteAsync(name);
            }
        }

        await channel.ExchangeDeleteAsync($"{prefix}-papers");
        await channel.ExchangeDeleteAsync($"{prefix}-MassTransit:Fault");
        foreach (var message in Messages)
        {
            var type = string.Concat(message.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
            await channel.ExchangeDeleteAsync($"{prefix}-messages.{message}");
            await channel.ExchangeDeleteAsync($"{prefix}-MassTransit:Fault--Pipeline.Contracts:{type}--");
        }
    }

    private static Task<IConnection> ConnectAsync(CancellationToken cancellationToken)
        => new ConnectionFactory { Uri = RealParts.RabbitMq }.CreateConnectionAsync(cancellationToken);

    private static async Task<QueueDeclareOk?> FindAsync(IConnection connection, string queue, CancellationToken cancellationToken)
    {
        // Asking for a queue that does not exist closes the channel: one channel a question.
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            return await channel.QueueDeclarePassiveAsync(queue, cancellationToken);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == 404)
        {
            return null;
        }
    }
}
