namespace Pipeline.Parser.Parsing.Bibtex;

/// <summary>One entry of a BibTeX file.</summary>
/// <param name="Type">Its type in lower case: <c>article</c>, <c>string</c>.</param>
/// <param name="Fields">Values by name, macros put in, braces and TeX still there; names differ by case in no way.</param>
internal sealed record BibtexEntry(string Type, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The value of a field; null when it is missing or blank.</summary>
    public string? this[string name]
        => Fields.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;
}
