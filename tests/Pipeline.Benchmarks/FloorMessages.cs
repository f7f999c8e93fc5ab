using System.Diagnostics;
using MassTransit;
using Pipeline.Testing;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Pipeline.Benchmarks;

/// <summary>
/// Per paper, what the pipeline sends: one message to two quorum queues, each consumed and acknowledged, two that nobody
/// takes, and one to a subscriber; all published with confirms.
/// </summary>
internal static class FloorMessages
{
    private const int InFlight = 200;
    private const ushort Prefetch = 300;

    public static async Task<TimeSpan> RunAsync(int papers, MessageSizes sizes)
    {
        var prefix = $"floor-{NewId.NextGuid():N}";
        await using var connection = await new ConnectionFactory { Uri = RealParts.RabbitMq }.CreateConnectionAsync();
        await using var topology = await connection.CreateChannelAsync();
        await DeclareAsync(topology, prefix);
        try
        {
            var watch = Stopwatch.StartNew();
            var consumed = new[] { "a", "b" }.Select(queue => ConsumeAsync(connection, $"{prefix}-{queue}", papers)).ToList();
            await PublishAsync(connection, prefix, papers, sizes);
            await Task.WhenAll(consumed);
            return watch.Elapsed;
        }
        finally
        {
            await DeleteAsync(topology, prefix);
        }
    }

    private static async Task PublishAsync(IConnection connection, string prefix, int papers, MessageSizes sizes)
    {
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(
            publisherConfirmationsEnabled: true,
            publisherConfirmationTrackingEnabled: true,
            outstandingPublisherConfirmationsRateLimiter: new ThrottlingRateLimiter(InFlight)));
        var properties = new BasicProperties { Persistent = true };
        (string Exchange, byte[] Body)[] messages =
        [
            ($"{prefix}-work", new byte[sizes.Of("paper-parsed")]),
            ($"{prefix}-nobody", new byte[sizes.Of("claims-extracted")]),
            ($"{prefix}-nobody", new byte[sizes.Of("topics-classified")]),
            ($"{prefix}-subscriber", new byte[sizes.Of("paper-enriched")]),
        ];

        var confirms = new List<Task>(InFlight);
        for (var i = 0; i < papers; i++)
        {
            foreach (var (exchange, body) in messages)
            {
                confirms.Add(channel.BasicPublishAsync(exchange, "", mandatory: false, properties, body).AsTask());
            }

            if (confirms.Count >= InFlight)
            {
                await Task.WhenAll(confirms);
                confirms.Clear();
            }
        }

        await Task.WhenAll(confirms);
    }

    private static async Task ConsumeAsync(IConnection connection, string queue, int count)
    {
        await using var channel = await connection.CreateChannelAsync();
        await channel.BasicQosAsync(0, Prefetch, global: false);
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = count;
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
            if (--left == 0)
            {
                done.SetResult();
            }
        };
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer);
        await done.Task;
    }

    private static async Task DeclareAsync(IChannel channel, string prefix)
    {
        var quorum = new Dictionary<string, object?> { ["x-queue-type"] = "quorum", ["x-quorum-initial-group-size"] = 1 };
        foreach (var exchange in new[] { "work", "nobody", "subscriber" })
        {
            await channel.ExchangeDeclareAsync($"{prefix}-{exchange}", ExchangeType.Fanout, durable: true);
        }

        foreach (var queue in new[] { "a", "b" })
        {
            await channel.QueueDeclareAsync($"{prefix}-{queue}", durable: true, exclusive: false, autoDelete: false, quorum);
            await channel.QueueBindAsync($"{prefix}-{queue}", $"{prefix}-work", "");
        }

        await channel.QueueDeclareAsync($"{prefix}-c", durable: false, exclusive: true, autoDelete: true);
        await channel.QueueBindAsync($"{prefix}-c", $"{prefix}-subscriber", "");
        await channel.BasicConsumeAsync($"{prefix}-c", autoAck: true, new AsyncEventingBasicConsumer(channel));
    }

    private static async Task DeleteAsync(IChannel channel, string prefix)
    {
        foreach (var queue in new[] { "a", "b", "c" })
        {
            await channel.QueueDeleteAsync($"{prefix}-{queue}");
        }

        foreach (var exchange in new[] { "work", "nobody", "subscriber" })
        {
            await channel.ExchangeDeleteAsync($"{prefix}-{exchange}");
        }
    }
}
