using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Delivery.Webhooks;

/// <summary>Looks whether there is anything to do for a subscription, before it is taken in hand. Writes nothing.</summary>
internal sealed class WebhookLook(IChangeLog log, WebhookReach reach)
{
    private const int PageSize = 50;

    /// <summary>Looks, and remembers how far it has read when there was nothing.</summary>
    /// <param name="due">The subscription, which is due.</param>
    /// <param name="last">Last place of the log.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task<bool> HasWorkAsync(Subscription due, long last, CancellationToken cancellationToken)
    {
        // What failed is still the next to be told.
        if (due.Failures > 0)
        {
            return true;
        }

        // Kinds are no question to the log: among all kinds, several are looked through.
        var limit = due.Filter.Kinds.Count > 0 ? PageSize : 1;
        while (!reach.IsToSave(due))
        {
            var from = reach.Of(due);
            if (from >= last)
            {
                return false;
            }

            var page = await log.ReadAsync(from, Asked(due.Filter), limit, cancellationToken);
            if (page.Trimmed > from || page.Changes.Any(change => Wants(due.Filter, change)))
            {
                return true;
            }

            if (page.Next <= from)
            {
                return false;
            }

            reach.Pass(due, page.Next);
        }

        return true;
    }

    /// <summary>What of a filter the log itself answers.</summary>
    public static ChangeFilter Asked(SubscriptionFilter filter) => new() { Topics = filter.Topics, Source = filter.Source };

    /// <summary>Whether a change that the log found is wanted.</summary>
    public static bool Wants(SubscriptionFilter filter, Change change) => filter.Kinds.Count == 0 || filter.Kinds.Contains(change.Kind);
}
