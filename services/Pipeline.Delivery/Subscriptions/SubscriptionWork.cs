using System.Globalization;
using MassTransit;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Webhooks;

namespace Pipeline.Delivery.Subscriptions;

/// <summary>What people do with subscriptions, from the command line or over HTTP. All of it is written down, with who did it.</summary>
/// <remarks>A dispatcher may move a subscription on at any time: whoever loses reads again and applies its part again.</remarks>
public sealed class SubscriptionWork(
    ISubscriptionStore store,
    IDeliveryAttempts attempts,
    IChangeLog log,
    IEnumerable<ISubscriptionTest> tests,
    IOptions<WebhookOptions> webhooks,
    TimeProvider time)
{
    /// <summary>How long a former secret signs beside the new one, where nothing else is asked for.</summary>
    public static TimeSpan DefaultKeep { get; } = TimeSpan.FromHours(24);

    /// <summary>Adds a subscription. A webhook begins with what comes next, unless it says from where; a digest waits until its reader agrees.</summary>
    public async Task<SubscriptionResult> AddAsync(SubscriptionRequest request, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (SubscriptionRules.Faults(request, webhooks.Value.AllowPrivateHosts).FirstOrDefault() is { Field: { } field, Detail: { } detail })
        {
            return SubscriptionResult.Wrong(field, detail);
        }

        var (last, trimmed) = await EndsAsync(cancellationToken);
        if (request.Webhook?.From > last)
        {
            return SubscriptionResult.Wrong("from", string.Create(CultureInfo.InvariantCulture, $"The change log ends at {last}."));
        }

        var subscription = NewSubscription.Of(request, Math.Max(request.Webhook?.From ?? last, trimmed), time.GetStoredNow());
        return await store.TryAddAsync(subscription, What(subscription, "added", by, NewSubscription.Detail(subscription)), cancellationToken)
            ? new() { Subscription = subscription, Secret = subscription.Webhook?.Secrets[0].Value }
            : SubscriptionResult.Conflict("There is a subscription of this name already.");
    }

    /// <summary>Stops a subscription for a while.</summary>
    public Task<SubscriptionResult> PauseAsync(Guid id, string? reason, string by, CancellationToken cancellationToken)
        => ChangeAsync(id, by, stored => SubscriptionChange.Pause(stored, reason), cancellationToken);

    /// <summary>Lets a subscription that was paused or given up go on where it was. A reader whose mail server wanted none is asked again.</summary>
    public Task<SubscriptionResult> ResumeAsync(Guid id, string by, CancellationToken cancellationToken)
        => ChangeAsync(id, by, SubscriptionChange.Resume, cancellationToken);

    /// <summary>Gives a webhook a new secret.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="secret">The secret; null for a new one.</param>
    /// <param name="keep">How long the former ones still sign; 0 to 30 days.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task<SubscriptionResult> RotateAsync(Guid id, string? secret, TimeSpan keep, string by, CancellationToken cancellationToken)
    {
        var result = await ChangeAsync(id, by, stored => SubscriptionChange.Rotate(stored, secret, keep, time.GetStoredNow()), cancellationToken);
        return result with { Secret = result.Subscription?.Webhook?.Secrets[0].Value };
    }

    /// <summary>Sets a webhook to another place in the change log, after which it is told all again.</summary>
    public async Task<SubscriptionResult> ReplayAsync(Guid id, long after, string by, CancellationToken cancellationToken)
    {
        var (last, trimmed) = await EndsAsync(cancellationToken);
        return await ChangeAsync(id, by, stored => SubscriptionChange.Replay(stored, after, last, trimmed), cancellationToken);
    }

    /// <summary>Removes a subscription with what was tried for it. What was done to it stays on record.</summary>
    public async Task<SubscriptionResult> RemoveAsync(Guid id, string by, CancellationToken cancellationToken)
        => await store.FindAsync(id, cancellationToken) is { } stored && await store.RemoveAsync(id, What(stored, "removed", by), cancellationToken)
            ? new() { Subscription = stored }
            : SubscriptionResult.Unknown;

    /// <summary>Sends one event or mail as a test, and keeps how it went among the attempts.</summary>
    public async Task<SubscriptionResult> TestAsync(Guid id, string by, CancellationToken cancellationToken)
    {
        var result = await ChangeAsync(id, by, SubscriptionChange.Test, cancellationToken);
        if (result.Subscription is not { } subscription)
        {
            return result;
        }

        var attempt = await tests.Single(test => test.Kind == subscription.Kind).SendAsync(subscription, cancellationToken);
        await attempts.AddAsync([attempt], cancellationToken);
        return result with { Attempt = attempt };
    }

    private async Task<SubscriptionResult> ChangeAsync(
        Guid id, string by, Func<Subscription, SubscriptionChange> decide, CancellationToken cancellationToken)
    {
        while (await store.FindAsync(id, cancellationToken) is { } stored)
        {
            var change = decide(stored);
            if (change.Next is not { } next)
            {
                return change.Refusal ?? new() { Subscription = stored, Unchanged = true };
            }

            if (await store.UpdateAsync(next, What(next, change.Action, by, change.Detail), cancellationToken))
            {
                return new() { Subscription = next with { Sequence = next.Sequence + 1 } };
            }
        }

        return SubscriptionResult.Unknown;
    }

    private async Task<(long Last, long Trimmed)> EndsAsync(CancellationToken cancellationToken)
    {
        var last = await log.LastSequenceAsync(cancellationToken);
        return (last, (await log.ReadAsync(last, ChangeFilter.All, 1, cancellationToken)).Trimmed);
    }

    private SubscriptionEvent What(Subscription subscription, string action, string by, string? detail = null) => new()
    {
        // In the order of deeds: it decides between those of one millisecond.
        Id = NewId.NextSequentialGuid(),
        SubscriptionId = subscription.Id,
        Name = subscription.Name,
        At = time.GetStoredNow(),
        By = by,
        Action = action,
        Detail = detail,
    };
}
