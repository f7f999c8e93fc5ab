using MassTransit;
using Pipeline.Contracts;

namespace Pipeline.Delivery;

/// <summary>Tells of papers that are complete, in batches.</summary>
internal sealed class AnnouncePaperConsumer(ChangeDelivery delivery) : IConsumer<Batch<PaperEnriched>>
{
    public Task Consume(ConsumeContext<Batch<PaperEnriched>> context)
        => delivery.DeliverAsync([.. context.Message.Select(Announcement.Of)], context.CancellationToken);
}
