using System.Xml;
using Pipeline.BuildingBlocks.Network;

namespace Pipeline.Fetcher.Fetching;

/// <summary>One answer of an OAI-PMH repository to ListRecords. Pure.</summary>
/// <param name="Records">Records in it, deleted ones included.</param>
/// <param name="Token">What to ask the next part by; null when this was the last.</param>
/// <param name="ErrorCode">Code of its error, for example <c>noRecordsMatch</c>; null when there is none.</param>
/// <param name="ErrorText">What it says about the error.</param>
internal sealed record HarvestPage(int Records, string? Token, string? ErrorCode, string ErrorText)
{
    /// <summary>Whether it says that it is the last part of a list: by a resumption token without text.</summary>
    public bool IsLast { get; private init; }

    private const string Oai = "http://www.openarchives.org/OAI/2.0/";

    /// <summary>Reads an answer.</summary>
    /// <exception cref="FetchException">It is no whole OAI-PMH answer.</exception>
    public static HarvestPage Read(Stream content)
    {
        var page = new HarvestPage(0, null, null, "");
        try
        {
            using var reader = PageXml.Open(content);
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "OAI-PMH" || reader.NamespaceURI != Oai)
            {
                throw FetchException.Permanent("the answer is XML, but not from an OAI-PMH repository");
            }

            while (!reader.EOF)
            {
                page = Step(reader, page);
            }
        }
        catch (XmlException e)
        {
            throw FetchException.Transient($"the answer is broken or cut short in line {e.LineNumber}", e);
        }

        return page;
    }

    private static HarvestPage Step(XmlReader reader, HarvestPage page)
    {
        if (reader.NodeType != XmlNodeType.Element || reader.NamespaceURI != Oai)
        {
            reader.Read();
            return page;
        }

        switch (reader.LocalName)
        {
            case "record":
                reader.Skip();
                return page with { Records = page.Records + 1 };
            case "resumptionToken":
                return PageXml.Text(reader) is { Length: > 0 } token ? page with { Token = token } : page with { Token = null, IsLast = true };
            case "error" when page.ErrorCode is null:
                var code = Words(reader.GetAttribute("code") ?? "");
                return page with { ErrorCode = code, ErrorText = Words(PageXml.Text(reader)) };
            default:
                reader.Read();
                return page;
        }
    }

    private static string Words(string text) => FirstWords.Of(System.Text.Encoding.UTF8.GetBytes(text));
}
