using System.Globalization;
using Microsoft.Extensions.Logging;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests.Content;

namespace Pipeline.Delivery.Digests;

/// <summary>Reads the change log for a digest, and chooses among the papers that it tells of.</summary>
internal sealed class DigestReader(IChangeLog log, IPaperStore papers, IDigestStore issues, ILogger<DigestReader> logger)
{
    private const int PageSize = 200;

    /// <summary>Chooses papers of which the digest has not told, from what happened after its cursor.</summary>
    /// <param name="subscription">The digest.</param>
    /// <param name="upTo">The last place of the log that counts; null for its end.</param>
    /// <param name="now">When the issue is made.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The papers, and the place up to which they were looked for.</returns>
    public async Task<(Chosen Chosen, long ReadTo)> ChooseAsync(
        Subscription subscription, long? upTo, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = upTo ?? await log.LastSequenceAsync(cancellationToken);
        var choice = new DigestChoice(subscription.Digest!, SearchWords.Of(subscription.Filter.Words), now);
        var filter = new ChangeFilter { Topics = subscription.Filter.Topics, Source = subscription.Filter.Source };
        var place = subscription.Cursor;
        while (place < last)
        {
            var page = await log.ReadAsync(place, filter, PageSize, cancellationToken);
            if (page.Trimmed > place)
            {
                logger.ChangesMissed(subscription.Name, string.Create(CultureInfo.InvariantCulture, $"changes up to {page.Trimmed} are no longer kept"));
            }

            await AddAsync(choice, subscription, page.Changes.Where(change => change.Sequence <= last), cancellationToken);
            place = page.Next;
        }

        return (choice.Result, Math.Max(last, subscription.Cursor));
    }

    private async Task AddAsync(DigestChoice choice, Subscription subscription, IEnumerable<Change> changes, CancellationToken cancellationToken)
    {
        var ids = changes.Where(change => IsAskedFor(change.Kind, subscription.Filter)).Select(change => change.PaperId).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
        {
            return;
        }

        var found = await papers.FindManyAsync(ids, cancellationToken);
        var fitting = choice.Fitting(ids.Select(id => found.GetValueOrDefault(id)).OfType<EnrichedPaper>());
        var keys = fitting.SelectMany(DigestChoice.Keys).Distinct(StringComparer.Ordinal).ToList();
        choice.Add(fitting, keys.Count == 0 ? new HashSet<string>() : await issues.FindToldAsync(subscription.Id, keys, cancellationToken));
    }

    // A digest tells of what is new. Results read anew by a later version of a stage revise thousands of old papers at once.
    private static bool IsAskedFor(ChangeKind kind, SubscriptionFilter filter)
        => filter.Kinds.Count == 0 ? kind == ChangeKind.Enriched : filter.Kinds.Contains(kind);
}
