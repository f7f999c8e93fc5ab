using System.Collections.Concurrent;
using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Delivery.Webhooks;

/// <summary>
/// How far this process has read for subscriptions that asked for nothing of it. That is written down only now and then: with
/// thousands of subscriptions, most of what is logged is for few of them. It holds for a subscription at one sequence, whoever
/// works on it meanwhile, because neither what it asks for nor what is logged changes without another.
/// </summary>
internal sealed class WebhookReach(TimeProvider time)
{
    /// <summary>Entries after which it is written down: so many, at most, are read again after a restart.</summary>
    public const int MostEntries = 1000;

    /// <summary>Time after which it is written down; far below the least time for which the log keeps what an entry says.</summary>
    public static readonly TimeSpan LongestTime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Guid, Reached> _reached = [];

    /// <summary>The place up to which nothing is left to be told to a subscription, as it stands.</summary>
    public long Of(Subscription subscription) => Find(subscription)?.Place ?? subscription.Cursor;

    /// <summary>Nothing up to a place is for this subscription.</summary>
    public void Pass(Subscription subscription, long place)
        => _reached[subscription.Id] = new(subscription.Sequence, place, Find(subscription)?.Since ?? time.GetTimestamp());

    /// <summary>Whether it is to be written down by now.</summary>
    public bool IsToSave(Subscription subscription)
        => Find(subscription) is { } reached && (reached.Place - subscription.Cursor >= MostEntries || time.GetElapsedTime(reached.Since) >= LongestTime);

    /// <summary>Forgets all but some subscriptions; what is forgotten is read again.</summary>
    public void KeepOnly(IEnumerable<Guid> ids)
    {
        var kept = ids.ToHashSet();
        foreach (var id in _reached.Keys.Where(id => !kept.Contains(id)))
        {
            _reached.TryRemove(id, out _);
        }
    }

    private Reached? Find(Subscription subscription)
        => _reached.TryGetValue(subscription.Id, out var reached) && reached.Sequence == subscription.Sequence ? reached : null;

    private sealed record Reached(int Sequence, long Place, long Since);
}
