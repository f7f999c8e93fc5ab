using System.Diagnostics;
using Pipeline.BuildingBlocks.Failures;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Which entries a write adds to a paper's timeline. Pure: both stores keep the same.</summary>
public static class PaperTimeline
{
    /// <summary>Entries kept per paper; older ones are dropped.</summary>
    public const int MaxEntries = 200;

    /// <summary>What a listing did to a paper.</summary>
    /// <param name="stored">The stored papers that went into it; none when it is new.</param>
    /// <param name="merged">The paper as it stands now.</param>
    /// <param name="observation">The listing.</param>
    public static IReadOnlyList<TimelineEntry> OfMerge(IReadOnlyList<EnrichedPaper> stored, EnrichedPaper merged, Observation observation)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(merged);
        ArgumentNullException.ThrowIfNull(observation);

        // Most listings tell of papers what is known.
        var parsed = !stored.Any(paper => paper.Revision == merged.Revision);
        var former = stored.Where(paper => paper.Id != merged.Id).Select(paper => paper.Id).Order(StringComparer.Ordinal).ToList();
        var withdrawn = merged.State == PaperState.Withdrawn && stored.All(paper => paper.State != PaperState.Withdrawn);
        if (!parsed && !withdrawn && former.Count == 0)
        {
            return [];
        }

        var entry = Entry(observation, merged.Revision);
        var entries = new List<TimelineEntry>(1);
        if (former.Count > 0)
        {
            entries.Add(entry with { Outcome = TimelineOutcome.Joined, Reason = Cut($"was {string.Join(", ", former)}") });
        }

        if (parsed)
        {
            entries.Add(entry);
        }

        if (withdrawn)
        {
            entries.Add(entry with { Outcome = TimelineOutcome.Withdrawn });
        }

        return entries;
    }

    /// <summary>A result of a stage that was stored.</summary>
    public static TimelineEntry Stored(StageResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Entry(result, result.Stage == StageNames.Topics ? TimelineOutcome.Classified : TimelineOutcome.Extracted);
    }

    /// <summary>The result that was stored made the paper complete.</summary>
    public static TimelineEntry Completed(StageResult result) => Entry(result, TimelineOutcome.Enriched) with { Milliseconds = null, Version = null };

    /// <summary>A result came for a revision that no longer stands.</summary>
    public static TimelineEntry Superseded(StageResult result) => Entry(result, TimelineOutcome.Superseded);

    /// <summary>The store will never take the result.</summary>
    public static TimelineEntry Refused(StageResult result, string reason) => Entry(result, TimelineOutcome.Failed) with { Reason = Cut(reason) };

    /// <summary>A message about the paper failed in spite of its retries in memory.</summary>
    public static TimelineEntry Failed(FailedMessage failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var trace = FailureHeaders.TraceOf(failure);
        return new()
        {
            At = failure.LastFailedAt,
            Stage = StageNames.OfQueue(failure.Stage),
            Outcome = TimelineOutcome.Failed,
            Attempt = Math.Max(1, failure.Attempts),
            TraceId = ActivityContext.TryParse(trace, traceState: null, out var sent) ? sent.TraceId.ToHexString() : null,
            Reason = Cut(failure.State == FailureState.Dead ? $"dead letter: {failure.Reason}" : failure.Reason),
        };
    }

    /// <summary>The timeline of papers that become one: all entries in order of time, the newest kept.</summary>
    public static IReadOnlyList<TimelineEntry> Join(IEnumerable<TimelineEntry> entries) => [.. entries.OrderBy(entry => entry.At).TakeLast(MaxEntries)];

    /// <summary>The same entries, each that made the paper complete with the time since it was parsed.</summary>
    public static IReadOnlyList<TimelineEntry> Measure(IReadOnlyList<TimelineEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var waiting = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        return [.. entries.Select(entry => Measure(entry, waiting))];
    }

    private static TimelineEntry Measure(TimelineEntry entry, Dictionary<string, DateTimeOffset> waiting)
    {
        if (entry is { Outcome: TimelineOutcome.Parsed, Revision: { } parsed })
        {
            waiting[parsed] = entry.At;
        }

        return entry is { Outcome: TimelineOutcome.Enriched, Revision: { } revision } && waiting.Remove(revision, out var since)
            ? entry with { Milliseconds = (entry.At - since).TotalMilliseconds }
            : entry;
    }

    private static TimelineEntry Entry(Observation observation, string revision) => new()
    {
        At = observation.StoredAt,
        Stage = StageNames.Parse,
        Outcome = TimelineOutcome.Parsed,
        Version = observation.ParserVersion,
        Revision = revision,
        Milliseconds = observation.Attempt.Milliseconds,
        Attempt = observation.Attempt.Number,
        TraceId = observation.Attempt.TraceId,
        RunId = observation.Attempt.RunId,
    };

    private static TimelineEntry Entry(StageResult result, TimelineOutcome outcome) => new()
    {
        At = result.At,
        Stage = result.Stage,
        Outcome = outcome,
        Version = result.Version,
        Revision = result.Revision,
        Milliseconds = result.Attempt.Milliseconds,
        Attempt = result.Attempt.Number,
        TraceId = result.Attempt.TraceId,
        RunId = result.Attempt.RunId,
    };

    private static string Cut(string reason) => reason.Length > TimelineEntry.MaxReasonLength ? reason[..TimelineEntry.MaxReasonLength] : reason;
}

/// <summary>A section on its way to its paper, without the section: what its timeline tells of it.</summary>
/// <param name="Stage">The stage, as <see cref="StageNames"/> names it.</param>
/// <param name="Revision">Revision the section was made from.</param>
/// <param name="Version">Version of the stage.</param>
/// <param name="At">When it was made.</param>
/// <param name="Attempt">How it came about.</param>
public sealed record StageResult(string Stage, string Revision, string Version, DateTimeOffset At, StageAttempt Attempt);
