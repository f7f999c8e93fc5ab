using System.Diagnostics.Metrics;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Telemetry;

/// <summary>The pipeline's own metrics. Free of charge while nobody listens.</summary>
public static class PipelineMeter
{
    private static readonly TimeSpan FreshnessHorizon = TimeSpan.FromDays(7);
    private static readonly Meter Meter = new(InstrumentNames.Pipeline);

    private static readonly Counter<long> Papers = Meter.CreateCounter<long>(
        InstrumentNames.Papers, "{paper}", "Papers a stage is done with");

    private static readonly Histogram<double> StageDuration = Meter.CreateHistogram(
        InstrumentNames.StageDuration, "s", "Time a stage works on one paper", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5] });

    private static readonly Histogram<double> Freshness = Meter.CreateHistogram(
        InstrumentNames.Freshness, "s", "Time from publication until a paper is enriched", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [60, 300, 900, 3600, 7200, 21_600, 43_200, 86_400, 129_600, 172_800, 259_200, 432_000, 604_800] });

    private static readonly Counter<long> ListingsFetched = Meter.CreateCounter<long>(
        InstrumentNames.ListingsFetched, "{listing}", "Listings fetched that brought something new");

    private static readonly Counter<long> ListingsParsed = Meter.CreateCounter<long>(
        InstrumentNames.ListingsParsed, "{listing}", "Listings read");

    private static readonly Counter<long> EntriesRejected = Meter.CreateCounter<long>(
        InstrumentNames.EntriesRejected, "{entry}", "Entries of listings that gave no paper");

    private static readonly Counter<long> Failures = Meter.CreateCounter<long>(
        InstrumentNames.Failures, "{message}", "Messages that failed in spite of their retries in memory");

    private static readonly Counter<long> WebhookAttempts = Meter.CreateCounter<long>(
        InstrumentNames.WebhookAttempts, "{attempt}", "Messages sent to subscribers over HTTP");

    private static readonly Counter<long> SubscriptionsDisabled = Meter.CreateCounter<long>(
        InstrumentNames.SubscriptionsDisabled, "{subscription}", "Subscriptions that were given up");

    private static readonly Counter<long> Mails = Meter.CreateCounter<long>(
        InstrumentNames.Mails, "{mail}", "Mails handed to the mail server");

    private static long _webhookLag = -1;
    private static double _digestsOldestDue = -1;
    private static StoreSample _sample = StoreSample.None;

    static PipelineMeter()
    {
        Meter.CreateObservableGauge(InstrumentNames.Waiting, () => Volatile.Read(ref _sample).Waiting, "{item}", "What waits for a stage");
        Meter.CreateObservableGauge(InstrumentNames.OldestWaiting, () => Volatile.Read(ref _sample).OldestWaiting, "s", "Time since what waits longest was last obtained");
        Meter.CreateObservableGauge(InstrumentNames.SourceLastSuccess, () => Volatile.Read(ref _sample).LastSuccess, "s", "Time since the last run of a source that succeeded");
        Meter.CreateObservableGauge(InstrumentNames.FailuresOpen, () => Volatile.Read(ref _sample).FailuresOpen, "{message}", "Messages that failed and are not over");
        Meter.CreateObservableGauge(InstrumentNames.WebhookLag, ReadWebhookLag, "{change}", "Changes that the subscriber furthest behind has not come to");
        Meter.CreateObservableGauge(InstrumentNames.DigestsOldestDue, ReadOldestDue, "s", "Time since the digest that waits longest was due, or first failed");
    }

    /// <summary>Counts papers a stage is done with.</summary>
    public static void CountPapers(string stage, string outcome, long papers = 1)
    {
        if (papers > 0)
        {
            Papers.Add(papers, new(InstrumentNames.Stage, stage), new(InstrumentNames.Outcome, outcome));
        }
    }

    /// <summary>Records how long a stage worked on one paper.</summary>
    public static void RecordStage(string stage, TimeSpan duration)
        => StageDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>(InstrumentNames.Stage, stage));

    /// <summary>Counts a paper that has become complete, and how long after its publication.</summary>
    public static void RecordEnriched(DateTimeOffset? publishedAt, DateTimeOffset now)
    {
        CountPapers(InstrumentNames.EnrichStage, "enriched");

        // What is fetched of earlier years says nothing about how fast news arrive.
        if (publishedAt is { } published && now - published is var age && age <= FreshnessHorizon)
        {
            Freshness.Record(Math.Max(0, age.TotalSeconds));
        }
    }

    /// <summary>Counts a listing that brought something new.</summary>
    public static void CountFetched(string source) => ListingsFetched.Add(1, SourceLabel(source));

    /// <summary>Counts a listing that was read, what it gave and what it did not.</summary>
    public static void CountParsed(string source, bool whole, int @new, int changed, int unchanged, int rejected)
    {
        ListingsParsed.Add(1, SourceLabel(source), new(InstrumentNames.Outcome, whole ? "whole" : "broken-off"));
        EntriesRejected.Add(rejected, SourceLabel(source));
        CountPapers(StageNames.Parse, "new", @new);
        CountPapers(StageNames.Parse, "changed", changed);
        CountPapers(StageNames.Parse, "unchanged", unchanged);
    }

    /// <summary>Counts a message that failed: it is tried again, or is a dead letter.</summary>
    public static void CountFailure(string queue, bool dead)
        => Failures.Add(
            1, new(InstrumentNames.Queue, queue), new(InstrumentNames.Outcome, dead ? InstrumentNames.Dead : InstrumentNames.Retry));

    /// <summary>Counts a message sent to a subscriber.</summary>
    public static void CountWebhook(bool delivered)
        => WebhookAttempts.Add(1, new KeyValuePair<string, object?>(InstrumentNames.Outcome, delivered ? "delivered" : "failed"));

    /// <summary>Counts a subscription that was given up.</summary>
    public static void CountDisabled() => SubscriptionsDisabled.Add(1);

    /// <summary>Counts a mail that was handed to the mail server.</summary>
    /// <param name="fault">Why it was not taken, in one of a few words; null when it was.</param>
    public static void CountMail(string? fault)
        => Mails.Add(1, new(InstrumentNames.Outcome, fault is null ? "sent" : "failed"), new(InstrumentNames.Reason, fault ?? ""));

    /// <summary>Offers for how long the digest has waited that waits longest, until the next is offered; null while it is not known.</summary>
    public static void OfferOldestDue(TimeSpan? age) => Volatile.Write(ref _digestsOldestDue, age?.TotalSeconds ?? -1);

    /// <summary>Offers how far the subscriber furthest behind is, until the next is offered; null while it is not known.</summary>
    public static void OfferWebhookLag(long? changes) => Volatile.Write(ref _webhookLag, changes ?? -1);

    /// <summary>Offers the numbers that only the store knows, until the next are offered.</summary>
    public static void Offer(StoreSample sample) => Volatile.Write(ref _sample, sample);

    private static Measurement<long>[] ReadWebhookLag() => Volatile.Read(ref _webhookLag) is >= 0 and var lag ? [new(lag)] : [];

    private static Measurement<double>[] ReadOldestDue() => Volatile.Read(ref _digestsOldestDue) is >= 0 and var age ? [new(age)] : [];

    // Files of a directory and what people ingest count as sources of their own; as labels they would have no end.
    private static KeyValuePair<string, object?> SourceLabel(string source)
        => new(InstrumentNames.Source, source.IndexOfAny(['/', ':']) is var end and >= 0 ? source[..end] : source);
}

/// <summary>Numbers that only the store knows.</summary>
/// <param name="Waiting">Papers that wait, by stage; listings for the parser.</param>
/// <param name="OldestWaiting">Seconds since the one that waits longest was obtained, by stage.</param>
/// <param name="LastSuccess">Seconds since the last success, by source.</param>
/// <param name="FailuresOpen">Messages that failed and are not over, by queue and outcome.</param>
public sealed record StoreSample(
    IReadOnlyList<Measurement<long>> Waiting,
    IReadOnlyList<Measurement<double>> OldestWaiting,
    IReadOnlyList<Measurement<double>> LastSuccess,
    IReadOnlyList<Measurement<long>> FailuresOpen)
{
    /// <summary>Before the first look.</summary>
    public static StoreSample None { get; } = new([], [], [], []);
}
