using System.Xml;

namespace Pipeline.Fetcher.Fetching;

/// <summary>Walks over XML that strangers wrote: no DTD, nothing external, one element at a time. Pure.</summary>
internal static class PageXml
{
    // Longer texts are no dates, tokens or counts.
    private const int MaxText = 3_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = false,
    };

    /// <summary>Opens a document.</summary>
    public static XmlReader Open(Stream content) => XmlReader.Create(content, Settings);

    /// <summary>Reads the text of the element the reader stands on, and moves behind it; markup in it is left out.</summary>
    /// <returns>Trimmed; what goes beyond 3,000 characters is left out.</returns>
    public static string Text(XmlReader reader)
    {
        var text = new System.Text.StringBuilder();
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return "";
        }

        var depth = reader.Depth;
        var buffer = new char[512];
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA))
            {
                continue;
            }

            for (int read; (read = reader.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
            {
                text.Append(buffer, 0, Math.Min(read, MaxText - text.Length));
            }
        }

        reader.Read();
        return text.ToString().Trim();
    }
}
