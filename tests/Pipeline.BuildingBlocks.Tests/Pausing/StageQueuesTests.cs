using Pipeline.BuildingBlocks.Pausing;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Pausing;

public sealed class StageQueuesTests
{
    [Theory]
    [InlineData("rabbitmq://broker/extract-claims?durable=true", true)]
    [InlineData("rabbitmq://broker/night-extract-claims", true)]
    [InlineData("rabbitmq://broker/vhost/night-extract-claims-quarantine", true)]
    [InlineData("loopback://localhost/extract-claims", true)]
    [InlineData("rabbitmq://broker/reextract-claims", false)]
    [InlineData("rabbitmq://broker/extract-claims_error", false)]
    [InlineData("rabbitmq://broker/parse-listing", false)]
    public void Queues_OfAConsumer_AreThoseOfItsName(string address, bool expected)
        => Assert.Equal(expected, StageQueues.Of(PipelineStage.Claims, typeof(ExtractClaimsConsumer)).Own(new Uri(address)));
}
