using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.ArxivText;

namespace Pipeline.Parser.Parsing.ArxivAbs;

/// <summary>The .abs files in which arXiv keeps its records, one or several in a file.</summary>
internal sealed class ArxivAbsFormat : IListingFormat
{
    public string Name => "arxiv-abs";

    public SourceAuthority Authority => SourceAuthority.Record;

    /// <summary>Sure when the file begins with an entry that says who sent it and has its abstract; a mail has a preamble or no sender.</summary>
    public FormatMatch Detect(ListingHead head)
        => ArxivRecords.In(head, most: 1) is [{ Line: <= 4 } record] && IsRecord(record, ArxivHeader.Read(record.Header))
            ? new FormatMatch(0.9, "begins with a record of arXiv")
            : FormatMatch.None(ArxivRecords.None);

    public IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
        => ArxivRecords.ReadAsync(
            content,
            record => ArxivPaper.ToEntry(record, ArxivHeader.Read(record.Header), needsAbstract: true, countsVersions: true),
            cancellationToken);

    // The beginning of a file may hold the header of a long record and not its end.
    private static bool IsRecord(ArxivRecord record, ArxivHeader header)
        => header is { Id: not null, Remark: "" } && header["From"] is not null && (record.Abstract.Count > 0 || record.IsCutOff);
}
