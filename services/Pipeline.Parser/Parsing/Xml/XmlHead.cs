using System.Diagnostics.CodeAnalysis;

namespace Pipeline.Parser.Parsing.Xml;

/// <summary>The beginning of an XML document: what its format is told by.</summary>
internal sealed class XmlHead
{
    private const int TagsLookedAt = 100;

    private readonly List<string> _tags = [];
    private readonly NamespaceDeclarations _namespaces = new();
    private int _rootAt;

    private XmlHead(string text) => Text = text;

    /// <summary>Local name of the root; empty when there is none.</summary>
    public string Root { get; private set; } = "";

    /// <summary>Namespace of the root; empty when it has none.</summary>
    public string RootNamespace { get; private set; } = "";

    /// <summary>Local name of the root, fit for a message to people.</summary>
    public string ShownRoot => XmlNames.Shown(Root);

    /// <summary>The beginning, decoded.</summary>
    private string Text { get; }

    /// <summary>Looks at the beginning of a listing.</summary>
    /// <returns>False when it does not begin like XML; <paramref name="none"/> then says so.</returns>
    public static bool TryRead(ListingHead head, [NotNullWhen(true)] out XmlHead? xml, out FormatMatch none)
    {
        none = FormatMatch.None("no XML");
        xml = null;
        var bytes = head.Bytes.Span.TrimStart(" \t\r\n\f\v"u8);
        if (bytes.IsEmpty || bytes[0] != '<')
        {
            return false;
        }

        var read = new XmlHead(XmlEncoding.Of(bytes).GetString(bytes));
        read.Scan(head.IsWhole);
        xml = read.Root.Length > 0 ? read : null;
        return xml is not null;
    }

    /// <summary>Whether the root declares this namespace.</summary>
    public bool Declares(string ns) => _namespaces.Declares(ns);

    /// <summary>Whether one of the first elements has this local name.</summary>
    public bool Has(string name) => _tags.Contains(name, StringComparer.Ordinal);

    /// <summary>Whether a text occurs behind the beginning of the root and before the first of some markers.</summary>
    public bool Says(string text, params ReadOnlySpan<string> before)
    {
        var start = Text.AsSpan(_rootAt);
        foreach (var marker in before)
        {
            var end = start.IndexOf(marker);
            start = end < 0 ? start : start[..end];
        }

        return start.Contains(text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Declines because of the root.</summary>
    public FormatMatch Decline(string expected) => FormatMatch.None($"the root is <{ShownRoot}>, not {expected}");

    private void Scan(bool isWhole)
    {
        var rest = Text.AsSpan();
        while (_tags.Count < TagsLookedAt && MarkupToken.TryRead(rest, isWhole, out var token))
        {
            if (token.Kind is MarkupKind.Start or MarkupKind.Empty)
            {
                Take(rest[..token.Length], Text.Length - rest.Length);
            }

            rest = rest[token.Length..];
        }
    }

    private void Take(ReadOnlySpan<char> tag, int at)
    {
        var name = TagText.Name(tag);
        var local = TagText.Local(name).ToString();
        if (Root.Length == 0)
        {
            _namespaces.Take(tag, isRoot: true);
            (Root, _rootAt) = (local, at);
            RootNamespace = _namespaces.Lookup(name.Length > local.Length ? name[..^(local.Length + 1)].ToString() : "");
        }

        _tags.Add(local);
    }
}
