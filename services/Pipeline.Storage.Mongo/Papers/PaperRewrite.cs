using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>What becomes of one paper of a batch.</summary>
/// <param name="Merged">The paper as it shall stand.</param>
/// <param name="Sources">The stored papers that went into it; none when it is new.</param>
internal sealed record PaperRewrite(EnrichedPaper Merged, IReadOnlyList<EnrichedPaper> Sources)
{
    /// <summary>The stored paper with the same key; null when the paper is new, or moves to a new key.</summary>
    public EnrichedPaper? Stored => Sources.FirstOrDefault(source => source.Id == Merged.Id);

    /// <summary>The stored papers that go, because the paper now stands under another key.</summary>
    public IEnumerable<EnrichedPaper> Former => Sources.Where(source => source.Id != Merged.Id);

    /// <summary>Whether papers become one or move, which is rare.</summary>
    public bool IsJoin => Sources.Count > 1 || (Sources.Count == 1 && Sources[0].Id != Merged.Id);

    /// <summary>Whether keys lead to the paper that did not before: another writer may have stored one of them at the same time.</summary>
    public bool HasNewKeys => Merged.Aliases.Except(Sources.SelectMany(source => source.Aliases), StringComparer.Ordinal).Any();
}
