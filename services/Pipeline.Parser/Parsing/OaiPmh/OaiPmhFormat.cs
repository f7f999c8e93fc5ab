using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.OaiPmh;

/// <summary>An answer of a repository under OAI-PMH 2.0 (https://www.openarchives.org/OAI/openarchivesprotocol.html), or its bare records.</summary>
internal sealed class OaiPmhFormat : IListingFormat
{
    private static readonly EntryShape Shape = new(["record", "header", "error"], ["metadata", "about"]);
    private static readonly string[] WithoutPapers = ["ListIdentifiers", "ListSets", "ListMetadataFormats", "Identify"];

    public string Name => "oai-pmh";

    public SourceAuthority Authority => SourceAuthority.Record;

    /// <summary>Sure when the root is that of the protocol, or a record with a header that names it.</summary>
    public FormatMatch Detect(ListingHead head)
    {
        if (!XmlHead.TryRead(head, out var xml, out var none))
        {
            return none;
        }

        if (xml.Root is "record" or "ListRecords" or "GetRecord" && xml.Has("header") && xml.Has("identifier"))
        {
            return new FormatMatch(0.9, "bare records of OAI-PMH");
        }

        return xml.Root != "OAI-PMH" ? xml.Decline("<OAI-PMH>")
            : WithoutPapers.FirstOrDefault(xml.Has) is { } verb ? FormatMatch.None($"an answer to {verb}, which holds no papers: ask for ListRecords")
            : new FormatMatch(0.95, "an answer under OAI-PMH");
    }

    public IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
        => XmlListing.ReadAsync(content, Shape, OaiRecord.ToEntry, cancellationToken);
}
