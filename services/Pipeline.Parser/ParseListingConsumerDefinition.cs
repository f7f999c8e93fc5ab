using MassTransit;
using Microsoft.Extensions.Options;

namespace Pipeline.Parser;

/// <summary>Few listings at a time: one may be large, and its papers are already handled in chunks.</summary>
internal sealed class ParseListingConsumerDefinition(IOptions<ParserOptions> options) : ConsumerDefinition<ParseListingConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<ParseListingConsumer> consumerConfigurator,
        IRegistrationContext context)
        => endpointConfigurator.PrefetchCount = options.Value.ConcurrentListings;
}
