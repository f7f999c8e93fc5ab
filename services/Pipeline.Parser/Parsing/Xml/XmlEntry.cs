using System.Xml;

namespace Pipeline.Parser.Parsing.Xml;

/// <summary>Builds the element of one entry.</summary>
internal static class XmlEntry
{
    private const int MaxDepth = 256;
    private const int MaxNodes = 200_000;

    /// <summary>Reads one element up to and with its end, and nothing behind it.</summary>
    /// <returns>Null when it is nested too deep or holds too much, which <paramref name="fault"/> then says.</returns>
    /// <exception cref="XmlException">It is ill-formed, or there is none.</exception>
    public static XmlNode? Read(XmlReader reader, out string? fault)
    {
        var open = new Stack<XmlNode>();
        var root = new XmlNode("", "");
        open.Push(root);
        var nodes = 0;
        do
        {
            if (!reader.Read())
            {
                throw new XmlException("no element");
            }

            if (open.Count > MaxDepth || nodes++ > MaxNodes)
            {
                fault = $"nested deeper than {MaxDepth} levels, or of more than {MaxNodes} elements and texts, which no paper is: remove it.";
                return null;
            }

            Take(reader, open);
        }
        while (open.Count > 1 || root.Children.Count == 0);

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
