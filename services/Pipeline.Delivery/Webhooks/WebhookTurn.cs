using System.Security.Cryptography;
using MassTransit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.BuildingBlocks.Telemetry;

namespace Pipeline.Delivery.Webhooks;

/// <summary>Tells one subscriber what the change log holds for it: one event after the other, until nothing is left, one fails, or its time is up.</summary>
internal sealed class WebhookTurn(
    ISubscriptionStore store, IDeliveryAttempts attempts, IChangeLog log, WebhookSender sender, WebhookReach reach, IOptions<WebhookOptions> options, TimeProvider time, ILogger<WebhookTurn> logger)
{
    private const int PageSize = 50;
    private const int SlowPageSize = 5;

    /// <summary>Takes a subscription in hand and tells it.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="holder">This process.</param>
    /// <param name="place">Its place among all; moves to the slow when an answer takes long.</param>
    /// <param name="gaveWay">Called when it does.</param>
    /// <param name="stopping">Ends it after the message in hand.</param>
    /// <param name="ended">Ends it at once.</param>
    /// <returns>When it is worth looking again; null when there is nothing to expect.</returns>
    public async Task<DateTimeOffset?> RunAsync(
        Guid id, Guid holder, WebhookLanes.Place place, Action gaveWay, CancellationToken stopping, CancellationToken ended)
    {
        if (await WebhookLease.TakeAsync(store, id, holder, time, ended) is not { } lease)
        {
            return null;
        }

        await using (lease)
        {
            var progress = new WebhookProgress(store, attempts, lease.Taken);
            progress.Pass(reach.Of(lease.Taken));
            using var either = CancellationTokenSource.CreateLinkedTokenSource(ended, lease.Lost);
            try
            {
                await TellAsync(progress, new(place, gaveWay), stopping, either.Token);
            }
            catch (OperationCanceledException) when (either.IsCancellationRequested)
            {
                // Whether the message in hand was taken is not known: it comes again.
            }

            return await progress.SaveAsync(what: null, CancellationToken.None) && progress.Current.Sequence != lease.Taken.Sequence
                ? progress.Current.DueAt
                : null;
        }
    }

    private async Task TellAsync(WebhookProgress progress, WebhookManners manners, CancellationToken stopping, CancellationToken cancellationToken)
    {
        var pace = new WebhookPace(time);
        var asked = WebhookLook.Asked(progress.Current.Filter);
        for (var limit = PageOf(progress, manners);
            await ReadAsync(progress, asked, limit, cancellationToken) is { Changes.Count: > 0 } page;
            limit = PageOf(progress, manners))
        {
            foreach (var change in page.Changes)
            {
                if (!await TellAsync(progress, change, manners, pace, cancellationToken))
                {
                    return;
                }

                if (stopping.IsCancellationRequested || pace.IsOver)
                {
                    progress.Queue(time.GetStoredNow());
                    return;
                }
            }

            progress.Pass(page.Next);
            if (page.Changes.Count < limit)
            {
                // Nothing was left then; what has come since brings the next turn.
                return;
            }
        }
    }

    private async Task<bool> TellAsync(WebhookProgress progress, Change change, WebhookManners manners, WebhookPace pace, CancellationToken cancellationToken)
    {
        if (WebhookLook.Wants(progress.Current.Filter, change) && !await SendAsync(progress, change, manners, cancellationToken))
        {
            return false;
        }

        progress.Pass(change.Sequence);
        return !pace.IsToSave() || await progress.SaveAsync(what: null, cancellationToken);
    }

    // Many wait for an answer at the same time, and hold meanwhile what they have read.
    private static int PageOf(WebhookProgress progress, WebhookManners manners)
        => progress.Current.Failures > 0 ? 1 : manners.Place.IsSlow ? SlowPageSize : PageSize;

    // Null when it is not to be told any further.
    private async Task<ChangePage?> ReadAsync(WebhookProgress progress, ChangeFilter filter, int limit, CancellationToken cancellationToken)
    {
        var page = await log.ReadAsync(progress.Current.Cursor, filter, limit, cancellationToken);
        if (page.Trimmed > progress.Current.Cursor)
        {
            var detail = $"changes after {progress.Current.Cursor} and up to {page.Trimmed} were no longer kept";
            logger.ChangesMissed(progress.Current.Name, detail);
            progress.Pass(page.Trimmed);
            if (!await progress.SaveAsync(Event(progress.Current, "missed", detail), cancellationToken))
            {
                return null;
            }
        }

        if (page.Changes.Count == 0)
        {
            progress.Pass(page.Next);
        }

        return page;
    }

    private async Task<bool> SendAsync(WebhookProgress progress, Change change, WebhookManners manners, CancellationToken cancellationToken)
    {
        var sending = sender.SendAsync(progress.Current, WebhookMessage.Of(change), cancellationToken);
        await manners.MindAsync(sending, time);
        var result = await sending;
        PipelineMeter.CountWebhook(result.Attempt.Delivered);
        if (result.Verdict == WebhookVerdict.Taken)
        {
            progress.Delivered(result.Attempt, change.Sequence);
            return true;
        }

        await FailAsync(progress, result);
        return false;
    }

    // Written down even when the process is being stopped: that it failed is known.
    private async Task FailAsync(WebhookProgress progress, WebhookResult result)
    {
        var random = RandomNumberGenerator.GetInt32(1001) / 1000.0;
        var pause = result.Verdict == WebhookVerdict.Gone
            ? null
            : RetrySchedule.Next(progress.Current.Failures + 1, options.Value.FirstRetry, random, result.Wait);
        var now = time.GetStoredNow();
        progress.Failed(result.Attempt, Timestamps.ToStored(now + (pause ?? TimeSpan.Zero)));
        if (pause is not null)
        {
            await progress.SaveAsync(what: null, CancellationToken.None);
            return;
        }

        var reason = WebhookAnswer.Line(Reason(progress.Current, result));
        progress.Disabled(reason, options.Value.NotifyMail.Length > 0 ? now : null);
        await progress.SaveAsync(Event(progress.Current, "disabled", reason), CancellationToken.None);
        PipelineMeter.CountDisabled();
        logger.SubscriptionDisabled(progress.Current.Name, reason);
    }

    private static string Reason(Subscription failing, WebhookResult result)
        => result.Verdict == WebhookVerdict.Gone
            ? "the endpoint answered 410: it wants no more"
            : $"{failing.Failures} attempts failed since {failing.FailingSince:yyyy-MM-dd HH:mm} UTC; the last: {result.Attempt.Status} {result.Attempt.Note}";

    private SubscriptionEvent Event(Subscription subscription, string action, string detail) => new()
    {
        Id = NewId.NextGuid(),
        SubscriptionId = subscription.Id,
        Name = subscription.Name,
        At = time.GetStoredNow(),
        By = "pipeline",
        Action = action,
        Detail = detail,
    };
}
