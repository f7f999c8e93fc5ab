using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Failures;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>Moves what stands in error and skipped queues of the bus, as older versions left it there, into the store.</summary>
public sealed class ErrorQueues(FailureLedger ledger, IOptions<BrokerOptions> options)
{
    private const int Page = 100;
    private const string Error = "_error";
    private const string Skipped = "_skipped";

    // The queues of all stages, by the names of their consumers.
    private static readonly string[] Stages =
        ["fetch-source", "parse-listing", "extract-claims", "reextract-claims", "classify-topics", "reclassify-topics"];

    /// <summary>Moves up to a hundred messages of each queue. One is taken from the broker when the store has it.</summary>
    /// <returns>How many.</returns>
    public async Task<int> MoveAsync(CancellationToken cancellationToken)
    {
        await using var connection = await new ConnectionFactory { Uri = options.Value.Address! }.CreateConnectionAsync(cancellationToken);
        var moved = 0;
        foreach (var stage in Stages)
        {
            moved += await MoveAsync(connection, stage, Error, cancellationToken);
            moved += await MoveAsync(connection, stage, Skipped, cancellationToken);
        }

        return moved;
    }

    private async Task<int> MoveAsync(IConnection connection, string stage, string ending, CancellationToken cancellationToken)
    {
        // Asking for a queue that does not exist closes the channel: one channel a queue.
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var queue = $"{options.Value.NamePrefix}{stage}";
        try
        {
            await channel.QueueDeclarePassiveAsync(queue + ending, cancellationToken);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return 0;
        }

        var moved = 0;
        for (var read = 0; read < Page && await channel.BasicGetAsync(queue + ending, autoAck: false, cancellationToken) is { } message; read++)
        {
            // What is too large for the store stays here: closing the channel puts it back.
            if (message.Body.Length <= FailedMessage.MaxBodyBytes)
            {
                await ledger.RecordAsync(Read(message, queue, ending), retryAfter: null, cancellationToken);
                await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
                moved++;
            }
        }

        return moved;
    }

    private FailedMessage Read(BasicGetResult message, string queue, string ending)
    {
        var properties = message.BasicProperties;
        var headers = ReceivedFailure.HeadersOf((properties.Headers ?? new Dictionary<string, object?>()).Select(h => KeyValuePair.Create(h.Key, h.Value!)));
        string? Find(string name) => headers.FirstOrDefault(header => header.Name == name)?.Value;
        var raw = new RawMessage(message.Body.ToArray(), properties.ContentType, [.. headers, .. properties.MessageId is { } id ? [new FailureHeader("MessageId", id)] : (FailureHeader[])[]]);
        return ending == Error
            ? ReceivedFailure.Create(
                raw, queue, options.Value.NamePrefix, FailureCause.ErrorQueue,
                Find("MT-Fault-ExceptionType")?.Split('.')[^1] ?? "ErrorQueue", Find("MT-Fault-Message") ?? "Found in the error queue without a reason.")
                with { Stack = Find("MT-Fault-StackTrace") }
            : ReceivedFailure.Create(
                raw, queue, options.Value.NamePrefix, FailureCause.Skipped, "Skipped", "Found in the queue of messages that no consumer took.");
    }
}
