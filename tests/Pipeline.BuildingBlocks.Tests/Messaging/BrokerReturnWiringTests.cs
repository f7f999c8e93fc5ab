using Microsoft.Extensions.Hosting;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Tests.Support;
using Pipeline.Testing;

namespace Pipeline.BuildingBlocks.Tests.Messaging;

public sealed class BrokerReturnWiringTests : BrokerTests
{
    [Fact]
    public async Task Bus_WhoseBrokerGoesAway_TellsTheWatchOfItsQueues_AndOfTheirReturn()
    {
        await using var line = NetworkLine.To(RealParts.RabbitMq);
        var address = new UriBuilder(RealParts.RabbitMq) { Host = "127.0.0.1", Port = line.Port }.Uri.ToString();
        await using var bus = await TestBus.StartRabbitMqAsync(Prefix, _ => { }, ("Broker:Address", address));
        var watch = Assert.Single(bus.Service<IEnumerable<IHostedService>>().OfType<BrokerReturn>());

        line.Cut();
        await bus.UntilAsync(() => watch.Lost > 0, "the watch knows of no lost queue");

        line.Mend();
        await bus.UntilAsync(() => watch.Lost == 0, "the watch does not know that the queues are back");
    }
}
