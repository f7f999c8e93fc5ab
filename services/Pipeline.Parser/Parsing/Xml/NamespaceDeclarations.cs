namespace Pipeline.Parser.Parsing.Xml;

/// <summary>The prefixes that a document declares outside its entries; one that it never declares is understood by what it usually means.</summary>
internal sealed class NamespaceDeclarations
{
    private const int MaxDeclared = 500;

    private readonly Dictionary<string, string> _declared = new(StringComparer.Ordinal);

    /// <summary>Namespace of names without prefix; empty when the root declares none.</summary>
    public string Default => _declared.GetValueOrDefault("", "");

    /// <summary>Whether any prefix stands for this namespace.</summary>
    public bool Declares(string ns) => _declared.ContainsValue(ns);

    /// <summary>What a prefix stands for; the empty prefix for the default.</summary>
    public string Lookup(string prefix) => prefix.Length == 0 ? Default : _declared.GetValueOrDefault(prefix) ?? XmlNames.Usual(prefix);

    /// <summary>Takes the declarations of a start tag.</summary>
    /// <param name="tag">A start tag outside the entries.</param>
    /// <param name="isRoot">Whether its default namespace holds for the document.</param>
    public void Take(ReadOnlySpan<char> tag, bool isRoot)
    {
        if (tag.IndexOf("xmlns") < 0)
        {
            return;
        }

        foreach (var (name, value) in TagText.Attributes(tag))
        {
            if (_declared.Count < MaxDeclared && name.StartsWith("xmlns:", StringComparison.Ordinal) && value.Length > 0)
            {
                _declared.TryAdd(name["xmlns:".Length..], value);
            }
            else if (isRoot && name == "xmlns")
            {
                _declared[""] = value;
            }
        }
    }
}
