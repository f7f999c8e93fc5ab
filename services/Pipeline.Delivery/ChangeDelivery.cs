using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Telemetry;

namespace Pipeline.Delivery;

/// <summary>Decides what is told, writes it into the change log, then publishes it; in this order, and each of it again without effect.</summary>
internal sealed class ChangeDelivery(
    IPaperStore papers, IChangeLog log, IPublicEvents events, ChangeSignal signal, IOptions<DeliveryOptions> options, ILogger<ChangeDelivery> logger)
{
    /// <summary>Delivers a batch. What is in the log goes out as it stands there, whatever has become of its paper.</summary>
    public async Task DeliverAsync(IReadOnlyList<Announcement> announcements, CancellationToken cancellationToken)
    {
        var known = await log.FindAsync([.. announcements.Select(announcement => announcement.EventId)], cancellationToken);
        var fresh = await DecideAsync([.. announcements.Where(announcement => !known.ContainsKey(announcement.EventId))], cancellationToken);
        var added = await log.AppendAsync(fresh, cancellationToken);
        if (added.Count > 0)
        {
            signal.Set();
        }

        var entries = known.Values.Concat(added).OfType<Change>().DistinctBy(change => change.Sequence).OrderBy(change => change.Sequence);
        await events.PublishAsync([.. entries], cancellationToken);
        foreach (var kind in added.OfType<Change>().GroupBy(change => change.Kind))
        {
            PipelineMeter.CountPapers(StageNames.Deliver, kind.Key.Word(), kind.Count());
        }
    }

    private async Task<IReadOnlyList<NewChange>> DecideAsync(IReadOnlyList<Announcement> announcements, CancellationToken cancellationToken)
    {
        if (announcements.Count == 0)
        {
            return [];
        }

        var stored = await papers.FindManyAsync([.. announcements.Select(announcement => announcement.PaperId)], cancellationToken);
        var changes = new List<NewChange>(announcements.Count);
        foreach (var announcement in announcements)
        {
            if (stored.GetValueOrDefault(announcement.PaperId) is { } paper && announcement.Decide(paper, options.Value.Source) is { } change)
            {
                changes.Add(change);
            }
            else
            {
                logger.PassedOver(announcement.EventId, announcement.PaperId);
                PipelineMeter.CountPapers(StageNames.Deliver, "passed-over");
            }
        }

        return changes;
    }
}
