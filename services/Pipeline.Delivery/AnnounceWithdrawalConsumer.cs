using MassTransit;
using Pipeline.Contracts;

namespace Pipeline.Delivery;

/// <summary>Tells of papers that no longer stand, in batches.</summary>
internal sealed class AnnounceWithdrawalConsumer(ChangeDelivery delivery) : IConsumer<Batch<PaperWithdrawn>>
{
    public Task Consume(ConsumeContext<Batch<PaperWithdrawn>> context)
        => delivery.DeliverAsync([.. context.Message.Select(Announcement.Of)], context.CancellationToken);
}
