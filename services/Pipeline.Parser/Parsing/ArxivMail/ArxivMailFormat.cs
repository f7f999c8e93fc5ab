using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.ArxivText;

namespace Pipeline.Parser.Parsing.ArxivMail;

/// <summary>What arXiv mails to its subscribers every day, and its listings of a month in the same form.</summary>
/// <remarks>The form: https://info.arxiv.org/help/subscribe.html. Replacements and listings of a month come without abstracts.</remarks>
internal sealed class ArxivMailFormat : IListingFormat
{
    private const int RecordsLookedAt = 3;

    public string Name => "arxiv-mail";

    public SourceAuthority Authority => SourceAuthority.Announcement;

    /// <summary>Sure when an entry between lines of two backslashes names a paper of arXiv.</summary>
    public FormatMatch Detect(ListingHead head)
        => ArxivRecords.In(head, RecordsLookedAt).Any(record => ArxivHeader.Read(record.Header).Id is not null)
            ? new FormatMatch(0.8, "an entry between \\\\ lines names a paper of arXiv")
            : FormatMatch.None(ArxivRecords.None);

    public IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
        => ArxivRecords.ReadAsync(content, ToEntry, cancellationToken);

    // A new paper has its one date, a cross-listed one only that of its first version.
    private static ListingEntry ToEntry(ArxivRecord record)
    {
        var header = ArxivHeader.Read(record.Header);
        var isNew = header.Remark.Length == 0 && header.ReplacedAt is null && record.Abstract.Count > 0;
        return ArxivPaper.ToEntry(record, header, needsAbstract: false, countsVersions: isNew);
    }
}
