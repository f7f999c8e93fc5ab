namespace Pipeline.BuildingBlocks.Changes;

/// <summary>What happened to a paper.</summary>
public enum ChangeKind
{
    /// <summary>It is complete for the first time.</summary>
    Enriched,

    /// <summary>It is complete again: another title or abstract, or other results.</summary>
    Revised,

    /// <summary>It no longer stands.</summary>
    Withdrawn,
}

/// <summary>Kinds as words, as they are stored and published.</summary>
public static class ChangeKinds
{
    private static readonly string[] Words = ["enriched", "revised", "withdrawn"];

    /// <summary>The word of a kind.</summary>
    public static string Word(this ChangeKind kind) => Words[(int)kind];

    /// <summary>The kind of a word that <see cref="Word"/> gave.</summary>
    /// <exception cref="FormatException">It is no such word.</exception>
    public static ChangeKind OfWord(string word)
        => Array.IndexOf(Words, word) is >= 0 and var kind ? (ChangeKind)kind : throw new FormatException($"'{word}' is no kind of change.");
}
