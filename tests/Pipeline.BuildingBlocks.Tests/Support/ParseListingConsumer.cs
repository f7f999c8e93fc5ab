using MassTransit;
using Pipeline.Contracts;

namespace Pipeline.BuildingBlocks.Tests.Support;

/// <summary>A consumer without batches, which works or fails as <see cref="ConsumerToggle"/> says.</summary>
internal sealed class ParseListingConsumer(ConsumerToggle toggle) : IConsumer<ListingFetched>
{
    public Task Consume(ConsumeContext<ListingFetched> context)
    {
        toggle.Attempt(context.Message.ListingId);
        return Task.CompletedTask;
    }
}
