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
            var text = new PlainText();
            Add(text, node);
            return text.ToString();
        }

        return HtmlText.Of(node.Attribute("mode") == "base64" ? FromBase64(node.Value) : node.Value);
    }

    private static void Add(PlainText text, XmlNode node)
    {
        foreach (var child in node.Children.Where(child => !PlainText.IsHidden(child.Name)))
        {
            text.Tag(child.Name);
            text.Add(child.Text);
            Add(text, child);
            text.Tag(child.Name);
        }
    }

    private static string FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes.AsSpan(0, length)) : text;
    }
}
