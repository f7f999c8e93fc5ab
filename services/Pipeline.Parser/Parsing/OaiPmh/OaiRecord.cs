using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Papers;
using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.OaiPmh;

/// <summary>Reads one record, or the error a repository answers with in place of records.</summary>
internal static class OaiRecord
{
    /// <summary>A paper, its withdrawal, or why the record is neither; null for what says nothing about a paper.</summary>
    public static ListingEntry? ToEntry(XmlNode element, string where) => element.Name switch
    {
        "error" => ToError(element),
        "header" => IsDeleted(element) ? ToWithdrawal(element, where) : null,
        _ => ToPaper(element, where),
    };

    // An empty answer is none of the errors that the protocol calls it.
    private static ListingEntry.Broken? ToError(XmlNode error)
    {
        var code = error.Attribute("code") ?? "no code";
        return code == "noRecordsMatch"
            ? null
            : new($"the repository answered with {ListingText.Quote(code)}: {SourceWords.Quote(error.Trimmed ?? "no message")}; correct what is asked of it.", "the answer");
    }

    private static ListingEntry ToPaper(XmlNode record, string where)
    {
        var header = record.First("header");
        if (header is not null && IsDeleted(header))
        {
            return ToWithdrawal(header, where);
        }

        var identifier = header?.First("identifier")?.Trimmed;
        var payload = record.First("metadata")?.Children.FirstOrDefault(child => child.Name.Length > 0);
        return payload?.Name switch
        {
            null => ListingEntry.Reject(where, "a record without metadata: ask for it with metadataPrefix=oai_dc."),
            "arXiv" => OaiArxiv.Draft(payload, identifier).ToEntry(where),
            "arXivRaw" or "arXivOld" => OaiArxivRaw.Draft(payload, identifier).ToEntry(where),
            "dc" => OaiDublinCore.Draft(payload, identifier).ToEntry(where),
            var other => ListingEntry.Reject(where, $"metadata as {ListingText.Quote(other)}, which is not read: ask with metadataPrefix=oai_dc."),
        };
    }

    private static bool IsDeleted(XmlNode header) => header.Attribute("status") == "deleted";

    private static ListingEntry ToWithdrawal(XmlNode header, string where)
    {
        var identifier = header.First("identifier")?.Trimmed;
        return (PaperIdentity.FromArxiv(identifier) ?? PaperIdentity.FromDoi(identifier)) is { } key ? new ListingEntry.Withdrawn(key)
            : identifier is null ? ListingEntry.Reject(where, "a deleted record without identifier: nothing tells which paper it was.")
            : ListingEntry.Reject(where, $"the deleted record {ListingText.Quote(identifier)} names no arXiv id and no DOI: nothing tells which paper it was.");
    }
}
