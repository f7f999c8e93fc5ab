using System.Xml;

namespace Pipeline.Parser.Parsing.Xml;

/// <summary>Namespaces while entries are parsed: their own, else those of the document, so that no prefix is unknown.</summary>
internal sealed class LenientNamespaces(NamespaceDeclarations document) : XmlNamespaceManager(new NameTable())
{
    public override string DefaultNamespace => document.Default;

    public override string LookupNamespace(string prefix)
        => base.LookupNamespace(prefix) is { Length: > 0 } known ? known : document.Lookup(prefix);
}
