using System.Xml;

namespace Pipeline.Parser.Parsing.Xml;

/// <summary>Namespaces while one entry is parsed: its own, else those of its document, so that no prefix is unknown.</summary>
/// <remarks>One for each entry: the table of names would otherwise grow with the document.</remarks>
internal sealed class LenientNamespaces(NamespaceDeclarations document) : XmlNamespaceManager(new NameTable())
{
    public override string DefaultNamespace => document.Default;

    public override string LookupNamespace(string prefix)
        => base.LookupNamespace(prefix) is { Length: > 0 } known ? known : document.Lookup(prefix);
}
