using System.Xml;

namespace Pipeline.Parser.Parsing.Xml;

/// <summary>Parses the XML of one entry.</summary>
internal static class XmlEntry
{
    private const int MaxDepth = 256;
    private const int MaxNodes = 200_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        CheckCharacters = false,
        ConformanceLevel = ConformanceLevel.Fragment,
        DtdProcessing = DtdProcessing.Prohibit,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        XmlResolver = null,
    };

    /// <summary>Parses an entry.</summary>
    /// <returns>Its element; null when it has none that can be read, and <paramref name="fault"/> then says why.</returns>
    public static XmlNode? TryParse(string text, NamespaceDeclarations namespaces, out string? fault)
    {
        try
        {
            var context = new XmlParserContext(null, new LenientNamespaces(namespaces), null, XmlSpace.None);
            using var reader = XmlReader.Create(new StringReader(text), Settings, context);
            return Read(reader, out fault);
        }
        catch (XmlException e)
        {
            fault = $"not well-formed XML in line {Math.Max(e.LineNumber, 1)} of the entry: fetch it again or correct it.";
            return null;
        }
    }

    private static XmlNode? Read(XmlReader reader, out string? fault)
    {
        var open = new Stack<XmlNode>();
        var root = new XmlNode("", "");
        open.Push(root);
        for (var nodes = 0; reader.Read(); nodes++)
        {
            if (open.Count > MaxDepth || nodes > MaxNodes)
            {
                fault = $"nested deeper than {MaxDepth} levels, or of more than {MaxNodes} elements and texts, which no paper is: remove it.";
                return null;
            }

            Take(reader, open);
        }

        fault = null;
        return root.Children[0];
    }

    private static void Take(XmlReader reader, Stack<XmlNode> open)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var element = new XmlNode(reader.LocalName, reader.NamespaceURI);
                open.Peek().Add(element);
                if (!reader.IsEmptyElement)
                {
                    open.Push(element);
                }

                TakeAttributes(reader, element);
                break;
            case XmlNodeType.EndElement:
                open.Pop();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                open.Peek().Add(new XmlNode("", "", reader.Value));
                break;
        }
    }

    private static void TakeAttributes(XmlReader reader, XmlNode element)
    {
        while (reader.MoveToNextAttribute())
        {
            element.Add(reader.LocalName, reader.Value);
        }
    }
}
