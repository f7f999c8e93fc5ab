using System.Text;
using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.Markup;

/// <summary>The text of an element that may hold markup: as XHTML inside it, as escaped HTML, or as base64 of Atom 0.3.</summary>
internal static class NodeText
{
    /// <summary>The text for readers; empty when there is none.</summary>
    public static string Of(XmlNode? node)
    {
        if (node is null)
        {
            return "";
        }

        if (node.Children.Any(child => child.Name.Length > 0))
        {
            var text = new PlainText("\n");
            Add(text, node);
            return text.ToString();
        }

        return MarkupText.Lines(node.Attribute("mode") == "base64" ? FromBase64(node.Value) : node.Value);
    }

    private static void Add(PlainText text, XmlNode node)
    {
        foreach (var child in node.Children)
        {
            var kind = ElementKinds.Of(child.Name);
            if (kind != ElementKind.Hidden)
            {
                text.Tag(kind);
                text.Add(child.Text);
                Add(text, child);
                text.Tag(kind);
            }
        }
    }

    private static string FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes.AsSpan(0, length)) : text;
    }
}
