namespace Pipeline.Parser.Parsing.Xml;

/// <summary>Which elements of a document are its entries.</summary>
/// <param name="Entries">Local names of the elements that are read one at a time.</param>
/// <param name="Wrappers">Local names of elements inside an entry whose content may use an entry's name for something else.</param>
internal sealed record EntryShape(IReadOnlyList<string> Entries, IReadOnlyList<string> Wrappers)
{
    private readonly string[] _entries = [.. Entries];
    private readonly string[] _wrappers = [.. Wrappers];

    /// <summary>Whether a qualified name is that of an entry.</summary>
    public bool IsEntry(ReadOnlySpan<char> name) => Holds(_entries, TagText.Local(name));

    /// <summary>Whether a qualified name is that of a wrapper.</summary>
    public bool IsWrapper(ReadOnlySpan<char> name) => Holds(_wrappers, TagText.Local(name));

    private static bool Holds(string[] names, ReadOnlySpan<char> local)
    {
        foreach (var name in names)
        {
            if (local.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }
}
