namespace Pipeline.BuildingBlocks.Telemetry;

/// <summary>Every instrument and label of the pipeline's own. Prometheus rules and dashboards ask for these.</summary>
/// <remarks>Labels have few values: stages, outcomes, and the ids of sources, which people configure. Never the id of a paper.</remarks>
public static class InstrumentNames
{
    /// <summary>Name of the pipeline's meter and of its source of spans.</summary>
    public const string Pipeline = "Pipeline";

    /// <summary>Papers a stage is done with, by <see cref="Stage"/> and <see cref="Outcome"/>. Counter, <c>{paper}</c>.</summary>
    public const string Papers = "pipeline.papers";

    /// <summary>Time a stage works on one paper, by <see cref="Stage"/>. Histogram, s.</summary>
    public const string StageDuration = "pipeline.stage.duration";

    /// <summary>Time from a paper's publication until it is enriched, of papers published within the last seven days. Histogram, s.</summary>
    public const string Freshness = "pipeline.freshness";

    /// <summary>Listings fetched that brought something new, by <see cref="Source"/>. Counter, <c>{listing}</c>.</summary>
    public const string ListingsFetched = "pipeline.listings.fetched";

    /// <summary>Listings read, by <see cref="Source"/> and <see cref="Outcome"/>. Counter, <c>{listing}</c>.</summary>
    public const string ListingsParsed = "pipeline.listings.parsed";

    /// <summary>Entries of listings that gave no paper, by <see cref="Source"/>. Counter, <c>{entry}</c>.</summary>
    public const string EntriesRejected = "pipeline.entries.rejected";

    /// <summary>Papers, or listings, that wait for a stage, by <see cref="Stage"/>. Gauge of the Scheduler, <c>{item}</c>.</summary>
    public const string Waiting = "pipeline.stage.waiting";

    /// <summary>Time since what waits longest for a stage was last obtained, by <see cref="Stage"/>; 0 when none waits. Gauge of the Scheduler, s.</summary>
    public const string OldestWaiting = "pipeline.stage.oldest_waiting";

    /// <summary>Time since a scheduled source's last run that succeeded, by <see cref="Source"/>. Gauge of the Scheduler, s.</summary>
    public const string SourceLastSuccess = "pipeline.source.last_success";

    /// <summary>Messages whose work failed in spite of its retries in memory, by <see cref="Queue"/> and <see cref="Outcome"/>: <c>retry</c> or <c>dead</c>. Counter, <c>{message}</c>.</summary>
    public const string Failures = "pipeline.failures";

    /// <summary>Messages in the store that failed and are not over, by <see cref="Queue"/> and <see cref="Outcome"/>. Gauge of the Scheduler, <c>{message}</c>.</summary>
    public const string FailuresOpen = "pipeline.failures.open";

    /// <summary>Messages sent to subscribers over HTTP, by <see cref="Outcome"/>: <c>delivered</c> or <c>failed</c>. Counter, <c>{attempt}</c>.</summary>
    public const string WebhookAttempts = "pipeline.webhooks.attempts";

    /// <summary>Changes that the active subscriber who is furthest behind has not come to. Gauge of the Delivery, <c>{change}</c>.</summary>
    public const string WebhookLag = "pipeline.webhooks.lag";

    /// <summary>Subscriptions that were given up. Counter, <c>{subscription}</c>.</summary>
    public const string SubscriptionsDisabled = "pipeline.subscriptions.disabled";

    /// <summary>Mails handed to the mail server, by <see cref="Outcome"/>: <c>sent</c> or <c>failed</c>, and then by <see cref="Reason"/>. Counter, <c>{mail}</c>.</summary>
    public const string Mails = "pipeline.mails";

    /// <summary>Time since the digest that waits longest was due, or first failed; 0 when none waits. Gauge of the Delivery, s.</summary>
    public const string DigestsOldestDue = "pipeline.digests.oldest_due";

    /// <summary>Label: a queue, without the prefix of a deployment.</summary>
    public const string Queue = "queue";

    /// <summary>Value of <see cref="Outcome"/>: it will be tried again.</summary>
    public const string Retry = "retry";

    /// <summary>Value of <see cref="Outcome"/>: a dead letter, which waits for a person.</summary>
    public const string Dead = "dead";

    /// <summary>Label: a stage, as <c>StageNames</c> names it; <see cref="EnrichStage"/> for a paper that is complete.</summary>
    public const string Stage = "stage";

    /// <summary>Label: what became of it.</summary>
    public const string Outcome = "outcome";

    /// <summary>Label: why it failed, in a few kinds; empty when it did not.</summary>
    public const string Reason = "reason";

    /// <summary>Label: the id of a source.</summary>
    public const string Source = "source";

    /// <summary>Value of <see cref="Stage"/>: every stage is done.</summary>
    public const string EnrichStage = "enrich";

    /// <summary>All instruments.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Papers, StageDuration, Freshness, ListingsFetched, ListingsParsed, EntriesRejected, Waiting, OldestWaiting, SourceLastSuccess,
        Failures, FailuresOpen, WebhookAttempts, WebhookLag, SubscriptionsDisabled, Mails, DigestsOldestDue,
    ];
}
