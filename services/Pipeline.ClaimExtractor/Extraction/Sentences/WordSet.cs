using System.Collections.Frozen;

namespace Pipeline.ClaimExtractor.Extraction.Sentences;

/// <summary>Words that are looked up whatever their case, without a copy of the text.</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int _longest;

    /// <param name="words">Words apart by spaces.</param>
    public WordSet(string words)
    {
        var list = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _longest = list.Max(word => word.Length);
        _lookup = list.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool Contains(ReadOnlySpan<char> word) => word.Length <= _longest && _lookup.Contains(word);
}
