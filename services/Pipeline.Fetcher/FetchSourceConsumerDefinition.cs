using MassTransit;

namespace Pipeline.Fetcher;

/// <summary>One source at a time: fetching waits for others, and politeness is easier to keep.</summary>
internal sealed class FetchSourceConsumerDefinition : ConsumerDefinition<FetchSourceConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<FetchSourceConsumer> consumerConfigurator,
        IRegistrationContext context)
        => endpointConfigurator.PrefetchCount = 1;
}
