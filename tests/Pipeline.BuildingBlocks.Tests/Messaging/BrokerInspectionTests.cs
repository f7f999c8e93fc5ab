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
            [new($"{Prefix}-extract-claims", QueueState.Right, 0, 1), new($"{Prefix}-parse-listing", QueueState.Right, 0, 1)], await InspectAsync(new()));
    }

    [Fact]
    public async Task Queues_DeclaredWithOtherSettings_AreDifferent()
    {
        await using var bus = await TestBus.StartRabbitMqAsync(Prefix);

        Assert.All(
            await InspectAsync(new() { DeliveryLimit = new BrokerOptions().DeliveryLimit + 1 }), queue => Assert.Equal(QueueState.Different, queue.State));
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
