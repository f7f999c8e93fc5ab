using System.Collections.Concurrent;
using MassTransit;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.TestOrigins;

namespace Pipeline.Integration.Tests;

/// <summary>A subscriber by webhook, and how it behaves.</summary>
/// <param name="Path">Its path at the receiver, and its name.</param>
/// <param name="Filter">What it asks for.</param>
/// <param name="Recovers">Whether it takes every message sooner or later.</param>
internal sealed record HookSubscriber(string Path, SubscriptionFilter Filter, bool Recovers = true)
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    /// <summary>Thirteen that are well, and seven that fail in ways of their own; between them all kinds of filters.</summary>
    public static IReadOnlyList<HookSubscriber> All { get; } =
    [
        new("/all-1", SubscriptionFilter.All),
        new("/all-2", SubscriptionFilter.All),
        new("/enriched", new() { Kinds = [ChangeKind.Enriched] }),
        new("/revised", new() { Kinds = [ChangeKind.Revised] }),
        new("/withdrawn", new() { Kinds = [ChangeKind.Withdrawn] }),
        new("/inbox", new() { Source = "inbox" }),
        new("/other", new() { Source = "other" }),
        new("/nowhere", new() { Source = "nowhere" }),
        new("/vision", new() { Topics = ["cs.CV"] }),
        new("/language", new() { Topics = ["cs.CL"] }),
        new("/learning-or-robots", new() { Topics = ["cs.LG", "cs.RO"] }),
        new("/language-of-other", new() { Topics = ["cs.CL"], Source = "other" }),
        new("/revised-language", new() { Topics = ["cs.CL"], Kinds = [ChangeKind.Revised] }),
        new("/flaky", SubscriptionFilter.All),
        new("/error", SubscriptionFilter.All, Recovers: false),
        new("/hang", SubscriptionFilter.All, Recovers: false),
        new("/reset", new() { Topics = ["cs.CL"] }, Recovers: false),
        new("/moved", SubscriptionFilter.All, Recovers: false),
        new("/slow", new() { Source = "inbox" }, Recovers: false),
        new("/gone", SubscriptionFilter.All, Recovers: false),
    ];

    /// <summary>Makes the receiver behave as each of them does.</summary>
    public static void Play(HookReceiver receiver)
    {
        var refused = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        receiver.On("/flaky", context =>
        {
            // Every third message is refused when it comes for the first time.
            var id = context.Request.Headers["webhook-id"].ToString();
            context.Response.StatusCode = refused.TryAdd(id, true) && refused.Count % 3 == 0 ? 500 : 204;
            return Task.CompletedTask;
        });
        receiver.On("/error", TestOrigin.Status(500));
        receiver.On("/hang", HookReceiver.HangAsync);
        receiver.On("/reset", HookReceiver.ResetAsync);
        receiver.On("/moved", TestOrigin.Redirect(receiver.Address + "/elsewhere", status: 302));
        receiver.On("/slow", context => Task.Delay(Slow, TimeProvider.System, context.RequestAborted));
        receiver.On("/gone", TestOrigin.Status(410));
    }

    /// <summary>Whether it asked for a change.</summary>
    public bool Wants(Change change)
        => (Filter.Kinds.Count == 0 || Filter.Kinds.Contains(change.Kind))
            && (Filter.Topics.Count == 0 || Filter.Topics.Intersect(change.Topics, StringComparer.Ordinal).Any())
            && (Filter.Source is null || change.Sources.Contains(Filter.Source, StringComparer.Ordinal));

    /// <summary>Subscribes it from the beginning of the log on.</summary>
    public async Task<Guid> AddAsync(ISubscriptionStore store, HookReceiver receiver, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetStoredNow();
        var subscription = new Subscription
        {
            Id = NewId.NextGuid(),
            Name = Path,
            State = SubscriptionState.Active,
            Filter = Filter,
            Webhook = new() { Url = receiver.Address + Path, Secrets = [new() { Value = HookReceiver.Secret, CreatedAt = now }] },
            CreatedAt = now,
            Cursor = 0,
        };
        var added = new SubscriptionEvent { Id = NewId.NextGuid(), SubscriptionId = subscription.Id, Name = Path, At = now, By = "cli:test", Action = "added" };
        Assert.True(await store.TryAddAsync(subscription, added, cancellationToken));
        return subscription.Id;
    }
}
