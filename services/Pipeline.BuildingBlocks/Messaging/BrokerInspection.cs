using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>How one queue or exchange stands.</summary>
public enum QueueState
{
    /// <summary>It is there, as the workers declare it.</summary>
    Right,

    /// <summary>It is not there: its worker has never connected.</summary>
    Missing,

    /// <summary>It is there, of another kind or with other arguments: its worker cannot start.</summary>
    Different,
}

/// <summary>How one queue stands, and what waits in it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">How it stands.</param>
/// <param name="Messages">Messages that wait in it.</param>
/// <param name="Consumers">Workers that take from it.</param>
public sealed record QueueCondition(string Name, QueueState State, uint Messages, uint Consumers);

/// <summary>How an exchange stands.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">How it stands.</param>
public sealed record ExchangeCondition(string Name, QueueState State);

/// <summary>Looks at the broker and the queues of consumers, and makes none.</summary>
public sealed class BrokerInspection(IOptions<BrokerOptions> options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Host, port and virtual host, for people; never the password.</summary>
    public string Where => $"{options.Value.Address!.Host}:{Factory.Endpoint.Port}, virtual host {Factory.VirtualHost}";

    private ConnectionFactory Factory => new()
    {
        Uri = options.Value.Address!,
        ClientProvidedName = "inspection",
        AutomaticRecoveryEnabled = false,
        RequestedConnectionTimeout = Patience,
    };

    /// <summary>Whether the broker lets this process in.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await Factory.CreateConnectionAsync(cancellationToken);
            return true;
        }
        catch (BrokerUnreachableException)
        {
            return false;
        }
    }

    /// <summary>Looks at the queues of these consumers, their quarantines, and the dead letters.</summary>
    /// <exception cref="BrokerUnreachableException">The broker does not answer, or refuses user or virtual host.</exception>
    public async Task<IReadOnlyList<QueueCondition>> InspectAsync(IEnumerable<Type> consumers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(consumers);
        await using var connection = await Factory.CreateConnectionAsync(cancellationToken);
        var conditions = new List<QueueCondition>();
        foreach (var queue in QueueRules.Of(consumers, options.Value))
        {
            conditions.Add(await InspectAsync(connection, queue, cancellationToken));
        }

        return conditions;
    }

    /// <summary>Looks at the exchange of public events.</summary>
    /// <exception cref="BrokerUnreachableException">The broker does not answer, or refuses user or virtual host.</exception>
    public async Task<ExchangeCondition> InspectPublicExchangeAsync(CancellationToken cancellationToken)
    {
        var name = options.Value.GetPublicExchange();
        await using var connection = await Factory.CreateConnectionAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            // Passively first: what is not there is not made by looking.
            await channel.ExchangeDeclarePassiveAsync(name, cancellationToken);
            await channel.ExchangeDeclareAsync(name, ExchangeType.Topic, durable: true, autoDelete: false, cancellationToken: cancellationToken);
            return new(name, QueueState.Right);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == 404)
        {
            return new(name, QueueState.Missing);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == 406)
        {
            return new(name, QueueState.Different);
        }
    }

    private static async Task<QueueCondition> InspectAsync(IConnection connection, QueueRule queue, CancellationToken cancellationToken)
    {
        // A refusal closes the channel, so each queue has its own.
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            var there = await channel.QueueDeclarePassiveAsync(queue.Name, cancellationToken);
            await channel.QueueDeclareAsync(
                queue.Name, durable: true, exclusive: false, autoDelete: false, queue.Arguments, cancellationToken: cancellationToken);
            return new(queue.Name, QueueState.Right, there.MessageCount, there.ConsumerCount);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == 404)
        {
            return new(queue.Name, QueueState.Missing, 0, 0);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == 406)
        {
            return new(queue.Name, QueueState.Different, 0, 0);
        }
    }
}
