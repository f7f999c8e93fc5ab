using System.Text;

namespace Pipeline.Parser.Parsing.Xml;

/// <summary>An element of one entry, or a piece of text, whose name is empty.</summary>
internal sealed class XmlNode(string name, string ns, string text = "")
{
    private List<KeyValuePair<string, string>>? _attributes;
    private List<XmlNode>? _children;

    /// <summary>Local name; empty for a piece of text.</summary>
    public string Name => name;

    /// <summary>Namespace, a hint only: some repositories put their payload in the wrong one.</summary>
    public string Namespace => ns;

    /// <summary>The text of a piece of text; else empty.</summary>
    public string Text => text;

    /// <summary>What it holds, in order.</summary>
    public IReadOnlyList<XmlNode> Children => _children ?? (IReadOnlyList<XmlNode>)[];

    /// <summary>All text inside it, in order.</summary>
    public string Value
    {
        get
        {
            if (_children is null or [{ Name.Length: 0 }])
            {
                return _children is null ? Text : _children[0].Text;
            }

            var all = new StringBuilder();
            AppendTo(all);
            return all.ToString();
        }
    }

    /// <summary>All text inside it without white space at its ends; null when there is none.</summary>
    public string? Trimmed => Value.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    /// <summary>An attribute by its local name; the first of several; null when it has none.</summary>
    public string? Attribute(string local) => _attributes?.Find(attribute => attribute.Key == local).Value;

    /// <summary>Its elements with a local name, in any namespace.</summary>
    public IEnumerable<XmlNode> All(string local) => Children.Where(child => child.Name == local);

    /// <summary>Its first element with a local name, in any namespace; null when there is none.</summary>
    public XmlNode? First(string local) => First(local, null);

    /// <summary>Its first element with a local name and a namespace, or in any when that is null; null when there is none.</summary>
    public XmlNode? First(string local, string? uri)
    {
        foreach (var child in _children ?? [])
        {
            if (child.Name == local && (uri is null || child.Namespace == uri))
            {
                return child;
            }
        }

        return null;
    }

    internal void Add(XmlNode child) => (_children ??= []).Add(child);

    internal void Add(string attribute, string value) => (_attributes ??= []).Add(new(attribute, value));

    private void AppendTo(StringBuilder all)
    {
        all.Append(Text);
        foreach (var child in Children)
        {
            child.AppendTo(all);
        }
    }
}
