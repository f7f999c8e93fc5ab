using System.Globalization;
using System.Xml;
using Pipeline.BuildingBlocks.Network;

namespace Pipeline.Fetcher.Fetching;

/// <summary>One page of the arXiv query API (an Atom feed with OpenSearch counts). Pure.</summary>
/// <param name="Entries">Papers on the page.</param>
/// <param name="Total">Papers of the whole query; null when the page does not say.</param>
/// <param name="Error">What arXiv says is wrong; null when nothing is. Errors come as an entry.</param>
internal sealed record QueryPage(int Entries, int? Total, string? Error)
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Reads a page.</summary>
    /// <exception cref="FetchException">It is no whole Atom feed.</exception>
    public static QueryPage Read(Stream content)
    {
        var page = new QueryPage(0, null, null);
        try
        {
            using var reader = PageXml.Open(content);
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "feed" || reader.NamespaceURI != Atom)
            {
                throw FetchException.Permanent("the answer is XML, but no Atom feed");
            }

            reader.Read();
            while (!reader.EOF && reader.Depth > 0)
            {
                page = ReadChild(reader, page);
            }
        }
        catch (XmlException e)
        {
            throw FetchException.Transient($"the page is broken or cut short in line {e.LineNumber}", e);
        }

        return page;
    }

    /// <summary>Reads what arXiv says is wrong out of a refusal.</summary>
    /// <returns>Null when it is none of arXiv's.</returns>
    public static string? ErrorIn(ReadOnlyMemory<byte> head)
    {
        try
        {
            return Read(new MemoryStream(head.ToArray())).Error;
        }
        catch (FetchException)
        {
            return null;
        }
    }

    private static QueryPage ReadChild(XmlReader reader, QueryPage page)
    {
        if (reader.NodeType != XmlNodeType.Element)
        {
            reader.Read();
            return page;
        }

        if (reader.LocalName == "totalResults")
        {
            var text = PageXml.Text(reader);
            return page with { Total = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var total) ? total : null };
        }

        if (reader.LocalName == "entry" && reader.NamespaceURI == Atom)
        {
            return ReadEntry(reader) is { } error ? page with { Error = page.Error ?? error } : page with { Entries = page.Entries + 1 };
        }

        reader.Skip();
        return page;
    }

    // A real paper may be titled "Error"; only the address tells.
    private static string? ReadEntry(XmlReader reader)
    {
        var (depth, isError, summary) = (reader.Depth, false, "");
        reader.Read();
        while (!reader.EOF && reader.Depth > depth)
        {
            switch (reader)
            {
                case { NodeType: XmlNodeType.Element, LocalName: "id" }:
                    isError = PageXml.Text(reader).Contains("/api/errors", StringComparison.Ordinal);
                    break;
                case { NodeType: XmlNodeType.Element, LocalName: "summary" }:
                    summary = PageXml.Text(reader);
                    break;
                case { NodeType: XmlNodeType.Element }:
                    reader.Skip();
                    break;
                default:
                    reader.Read();
                    break;
            }
        }

        reader.Read();
        return isError ? FirstWords.Of(System.Text.Encoding.UTF8.GetBytes(summary)) : null;
    }
}
