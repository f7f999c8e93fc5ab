using System.Text.Json.Serialization;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>What befell a paper.</summary>
public enum TimelineOutcome
{
    /// <summary>A listing introduced it, or changed its title or abstract.</summary>
    Parsed,

    /// <summary>A listing gave it a better key, or showed that it is one with another paper.</summary>
    Joined,

    /// <summary>A listing said that it is gone.</summary>
    Withdrawn,

    /// <summary>Its claims were stored.</summary>
    Extracted,

    /// <summary>Its topics were stored.</summary>
    Classified,

    /// <summary>With that, every stage is done at the current revision.</summary>
    Enriched,

    /// <summary>A result came for a revision that no longer stands, and was dropped.</summary>
    Superseded,

    /// <summary>A stage failed at it; <see cref="TimelineEntry.Reason"/> says why.</summary>
    Failed,
}

/// <summary>One entry of a paper's timeline.</summary>
public sealed record TimelineEntry
{
    /// <summary>Longest <see cref="Reason"/>, in UTF-16 code units; the rest is cut off.</summary>
    public const int MaxReasonLength = 500;

    /// <summary>When, in UTC, whole milliseconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The stage, as <see cref="StageNames"/> names it.</summary>
    public required string Stage { get; init; }

    /// <summary>What befell the paper.</summary>
    public required TimelineOutcome Outcome { get; init; }

    /// <summary>Version of the stage; null where it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Version { get; init; }

    /// <summary>Revision it is about; null where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Revision { get; init; }

    /// <summary>Time the stage worked on this paper, in ms; of <see cref="TimelineOutcome.Enriched"/> the time since it was parsed. Null where it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Milliseconds { get; init; }

    /// <summary>Which attempt at it this was, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The trace it belongs to, 32 hexadecimal digits; null without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceId { get; init; }

    /// <summary>The reprocess run that asked for it; null when none did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RunId { get; init; }

    /// <summary>Why, or with what; null where the outcome says all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }
}

/// <summary>Names of the stages a paper goes through, in timelines and metrics.</summary>
public static class StageNames
{
    /// <summary>The Parser.</summary>
    public const string Parse = "parse";

    /// <summary>The claim extractor.</summary>
    public const string Claims = "claims";

    /// <summary>The topic classifier.</summary>
    public const string Topics = "topics";

    /// <summary>The delivery.</summary>
    public const string Deliver = "deliver";

    /// <summary>The stage that reads from a queue.</summary>
    /// <param name="queue">Name of the queue, without the prefix of a deployment.</param>
    /// <returns>The stage; the queue's own name where papers go through no stage behind it.</returns>
    public static string OfQueue(string queue) => queue switch
    {
        "parse-listing" => Parse,
        "extract-claims" or "reextract-claims" => Claims,
        "classify-topics" or "reclassify-topics" => Topics,
        "announce-paper" or "announce-withdrawal" => Deliver,
        _ => queue,
    };
}
