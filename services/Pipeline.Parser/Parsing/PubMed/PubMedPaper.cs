using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Feeds;
using Pipeline.Parser.Parsing.Papers;
using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.PubMed;

/// <summary>Reads one article or chapter of PubMed.</summary>
internal static class PubMedPaper
{
    private const string Retracted = "D016441";

    /// <summary>A paper, or why the element is none. Many old articles have no abstract.</summary>
    public static ListingEntry ToEntry(XmlNode element, string where)
    {
        var citation = element.First("MedlineCitation") ?? element.First("BookDocument");
        var article = citation?.First("Article") ?? citation;
        if (citation is null || article is null)
        {
            return ListingEntry.Reject(where, "no article in it: fetch it again with retmode=xml.");
        }

        var pmid = citation.First("PMID")?.Trimmed;
        var doi = Doi(element, article);
        return new PaperDraft
        {
            Names = [doi, pmid is null ? null : $"pmid:{pmid}"],
            Title = Title(article),
            Abstract = Abstract(article),
            Authors = article.All("AuthorList").Where(list => list.Attribute("Type") != "editors").SelectMany(list => list.All("Author")).Select(Name),
            PublishedAt = Day(article.First("ArticleDate")) ?? Day(article.First("Journal")?.First("JournalIssue")?.First("PubDate")),
            UpdatedAt = Day(citation.First("DateRevised")),
            Urls =
            [
                new("page", pmid is null ? null : $"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"),
                new("doi", doi is null ? null : $"https://doi.org/{doi}"),
            ],
            State = IsRetracted(article) ? PaperState.Withdrawn : PaperState.Active,
        }.ToEntry(where);
    }

    // References carry article ids too, but deeper down.
    private static string? Doi(XmlNode element, XmlNode article)
        => article.All("ELocationID").Where(id => id.Attribute("EIdType") == "doi" && id.Attribute("ValidYN") != "N")
            .Concat(Ids(element.First("PubmedData") ?? element.First("PubmedBookData"))).Concat(Ids(article)).Select(id => id.Trimmed).FirstOrDefault(id => id is not null);

    private static IEnumerable<XmlNode> Ids(XmlNode? data)
        => data?.First("ArticleIdList")?.All("ArticleId").Where(id => id.Attribute("IdType") == "doi") ?? [];

    private static string? Title(XmlNode article)
        => article.First("ArticleTitle")?.Trimmed ?? article.First("VernacularTitle")?.Trimmed ?? article.First("Book")?.First("BookTitle")?.Trimmed;

    private static string Abstract(XmlNode article)
        => string.Join('\n', (article.First("Abstract")?.All("AbstractText") ?? []).Where(part => part.Trimmed is not null).Select(Section));

    private static string Section(XmlNode part)
        => part.Attribute("Label") is { Length: > 0 } label && label != "UNLABELLED" ? $"{label}: {part.Trimmed}" : part.Trimmed!;

    private static string Name(XmlNode author)
        => author.First("CollectiveName")?.Trimmed
            ?? string.Join(' ', new[] { author.First("ForeName")?.Trimmed ?? author.First("Initials")?.Trimmed, author.First("LastName")?.Trimmed, author.First("Suffix")?.Trimmed }
                .OfType<string>());

    private static DateTimeOffset? Day(XmlNode? date)
        => date is null ? null : FeedTime.Day(date.First("Year")?.Trimmed, date.First("Month")?.Trimmed, date.First("Day")?.Trimmed);

    private static bool IsRetracted(XmlNode article)
        => article.First("PublicationTypeList")?.All("PublicationType").Any(type => type.Attribute("UI") == Retracted) == true;
}
