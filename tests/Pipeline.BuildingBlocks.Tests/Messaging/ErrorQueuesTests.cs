using System.Text;
using MassTransit;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Tests.Support;
using Pipeline.Testing;
using RabbitMQ.Client;

namespace Pipeline.BuildingBlocks.Tests.Messaging;

/// <summary>What an older version left in the bus's own queues.</summary>
public sealed class ErrorQueuesTests : BrokerTests
{
    private readonly FakeFailureStore _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Move_TakesMessagesIntoTheStore_WithTheirCause_AndEmptiesTheQueues()
    {
        var headers = new Dictionary<string, object?> { ["MT-Fault-ExceptionType"] = "System.IO.IOException", ["MT-Fault-Message"] = "Disk 7 is away.", ["MT-Fault-StackTrace"] = "at A" };
        await PutAsync("extract-claims_error", Envelope(1), headers);
        await PutAsync("extract-claims_error", Envelope(2), headers);
        await PutAsync("parse-listing_skipped", Envelope(3), headers: null);

        Assert.Equal(3, await CreateQueues().MoveAsync(Token));
        Assert.Equal(0, await CreateQueues().MoveAsync(Token));

        Assert.Equal([0u, 0u], [await Queues.CountAsync($"{Prefix}-extract-claims_error"), await Queues.CountAsync($"{Prefix}-parse-listing_skipped")]);
        var error = _store.All.Single(entry => entry.PaperId == Some.PaperId(1));
        Assert.Equal(
            (FailureState.Dead, FailureCause.ErrorQueue, "extract-claims", $"{Prefix}-extract-claims", "IOException: Disk # is away.", "at A"),
            (error.State, error.Cause, error.Stage, error.Queue, error.Group, error.Stack));
        Assert.Equal(Envelope(1), Encoding.UTF8.GetString(error.Body));
        Assert.Equal(FailureCause.Skipped, _store.All.Single(entry => entry.PaperId == Some.PaperId(3)).Cause);
    }

    [Fact]
    public async Task Move_WhileTheStoreIsAway_LeavesTheMessagesWhereTheyAre()
    {
        await PutAsync("extract-claims_error", Envelope(1), headers: null);
        _store.Away = true;

        await Assert.ThrowsAsync<TimeoutException>(() => CreateQueues().MoveAsync(Token));

        await Eventually.TrueAsync(
            async () => await Queues.CountAsync($"{Prefix}-extract-claims_error") == 1u, TimeSpan.FromSeconds(10), () => "it is back", Token);
    }

    private ErrorQueues CreateQueues() => new(
        new(_store, Options.Create(new LedgerOptions()), TimeProvider.System),
        Options.Create(new BrokerOptions { Address = RealParts.RabbitMq, Prefix = Prefix }));

    private static string Envelope(int number)
        => $$$"""{"messageId":"{{{new Guid(number, 0, 0, new byte[8]):D}}}","messageType":["urn:message:Pipeline.Contracts:PaperParsed"],"message":{"paperId":"{{{Some.PaperId(number)}}}"}}""";

    private async Task PutAsync(string queue, string body, Dictionary<string, object?>? headers)
    {
        await using var connection = await new ConnectionFactory { Uri = RealParts.RabbitMq }.CreateConnectionAsync(Token);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Token);
        await channel.QueueDeclareAsync(
            $"{Prefix}-{queue}", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: Token);
        await channel.BasicPublishAsync(
            "", $"{Prefix}-{queue}", mandatory: true,
            new BasicProperties { ContentType = "application/vnd.masstransit+json", Headers = headers, Persistent = true }, Encoding.UTF8.GetBytes(body), Token);
        await Eventually.TrueAsync(
            async () => await Queues.CountAsync($"{Prefix}-{queue}") > 0u, TimeSpan.FromSeconds(10), () => "it is there", Token);
    }
}
