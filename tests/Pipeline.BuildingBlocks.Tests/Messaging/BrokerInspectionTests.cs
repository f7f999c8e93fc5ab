using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Tests.Support;
using Pipeline.Testing;

namespace Pipeline.BuildingBlocks.Tests.Messaging;

public sealed class BrokerInspectionTests : BrokerTests
{
    [Fact]
    public async Task Queues_OfWorkersThatRun_AreFoundAsTheyAreDeclared()
    {
        await using var bus = await TestBus.StartRabbitMqAsync(Prefix);

        Assert.Equal(
            [
                new($"{Prefix}-dead-letters", QueueState.Right, 0, 0),
                new($"{Prefix}-extract-claims", QueueState.Right, 0, 1), new($"{Prefix}-extract-claims-quarantine", QueueState.Right, 0, 1),
                new($"{Prefix}-parse-listing", QueueState.Right, 0, 1), new($"{Prefix}-parse-listing-quarantine", QueueState.Right, 0, 1),
            ],
            await InspectAsync(new()));
    }

    [Fact]
    public async Task Queues_DeclaredWithOtherSettings_AreDifferent()
    {
        await using var bus = await TestBus.StartRabbitMqAsync(Prefix);

        var queues = await InspectAsync(new() { DeliveryLimit = new BrokerOptions().DeliveryLimit + 1 });

        // The dead letters have no limit that could differ.
        Assert.Equal(["dead-letters"], queues.Where(queue => queue.State == QueueState.Right).Select(queue => queue.Name[(Prefix.Length + 1)..]));
        Assert.Equal(4, queues.Count(queue => queue.State == QueueState.Different));
    }

    [Fact]
    public async Task Queues_OfWorkersThatNeverRan_AreMissingAndStaySo()
    {
        Assert.All(await InspectAsync(new()), queue => Assert.Equal(QueueState.Missing, queue.State));
        Assert.Null(await Queues.CountAsync($"{Prefix}-extract-claims"));
    }

    private Task<IReadOnlyList<QueueCondition>> InspectAsync(BrokerOptions options)
    {
        (options.Address, options.Prefix) = (RealParts.RabbitMq, Prefix);
        return new BrokerInspection(Options.Create(options)).InspectAsync(
            [typeof(ParseListingConsumer), typeof(ExtractClaimsConsumer)], TestContext.Current.CancellationToken);
    }
}
