namespace Pipeline.BuildingBlocks.Reprocessing;

/// <summary>What a run changed, over all of its papers: everything counted, a few examples kept.</summary>
public sealed record ReprocessDiff
{
    /// <summary>Most examples of each <see cref="ChangeKind"/>.</summary>
    public const int MaxExamples = 8;

    /// <summary>Most kinds that are counted apart; those beyond are counted as <see cref="OtherKinds"/>.</summary>
    public const int MaxKinds = 500;

    /// <summary>Stands for the kinds beyond <see cref="MaxKinds"/>.</summary>
    public const string OtherKinds = "others";

    /// <summary>Counts by kind, in ordinal order of the kinds.</summary>
    public IReadOnlyList<DiffCount> Counts { get; init; } = [];

    /// <summary>The first examples of each change, in the order in which they were met.</summary>
    public IReadOnlyList<DiffExample> Examples { get; init; } = [];

    /// <summary>The same with the changes of one more paper.</summary>
    public ReprocessDiff With(string paperId, IReadOnlyList<ItemChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count == 0)
        {
            return this;
        }

        var counts = new SortedDictionary<string, DiffCount>(Counts.ToDictionary(count => count.Kind, StringComparer.Ordinal), StringComparer.Ordinal);
        var examples = Examples.ToList();
        foreach (var change in changes)
        {
            var kind = counts.ContainsKey(change.Kind) || counts.Count < MaxKinds ? change.Kind : OtherKinds;
            counts[kind] = counts.GetValueOrDefault(kind, new DiffCount { Kind = kind }).With(change.Change);
            if (examples.Count(example => example.Change == change.Change) < MaxExamples)
            {
                examples.Add(DiffExample.Of(paperId, change));
            }
        }

        return new() { Counts = [.. counts.Values], Examples = examples };
    }
}

/// <summary>How often claims of one type, or one topic, were added, removed and changed.</summary>
public sealed record DiffCount
{
    /// <summary>Type of the claims, or id of the topic.</summary>
    public required string Kind { get; init; }

    /// <summary>How many came.</summary>
    public long Added { get; init; }

    /// <summary>How many went.</summary>
    public long Removed { get; init; }

    /// <summary>How many say something else.</summary>
    public long Changed { get; init; }

    /// <summary>The same with one more change.</summary>
    public DiffCount With(ChangeKind change) => change switch
    {
        ChangeKind.Added => this with { Added = Added + 1 },
        ChangeKind.Removed => this with { Removed = Removed + 1 },
        _ => this with { Changed = Changed + 1 },
    };
}

/// <summary>One change, kept to be shown.</summary>
public sealed record DiffExample
{
    /// <summary>The paper.</summary>
    public required string PaperId { get; init; }

    /// <summary>What became of it.</summary>
    public required ChangeKind Change { get; init; }

    /// <summary>Type of the claim, or id of the topic.</summary>
    public required string Kind { get; init; }

    /// <summary>Words of the claim; empty for a topic.</summary>
    public required string Text { get; init; }

    /// <summary>Confidence before; null when it was added.</summary>
    public double? Before { get; init; }

    /// <summary>Confidence now; null when it was removed.</summary>
    public double? After { get; init; }

    /// <summary>The example of a change in a paper.</summary>
    public static DiffExample Of(string paperId, ItemChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new() { PaperId = paperId, Change = change.Change, Kind = change.Kind, Text = change.Text, Before = change.Before, After = change.After };
    }
}
