using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Json;

namespace Pipeline.Parser.Parsing.EuropePmc;

/// <summary>The answers of Europe PMC's search in JSON, lite or core; also of one article.</summary>
/// <remarks>Source: https://europepmc.org/RestfulWebService.</remarks>
internal sealed class EuropePmcFormat : IListingFormat
{
    private static readonly JsonListShape Shape = JsonListShape.Of(EuropePmcArticle.ToEntry, "resultList.result");

    public string Name => "europe-pmc";

    public SourceAuthority Authority => SourceAuthority.Index;

    /// <summary>Sure when an article has a source and fields that only Europe PMC gives.</summary>
    public FormatMatch Detect(ListingHead head)
    {
        if (head.Json.Find(Shape.Lists, IsArticle) is not null)
        {
            return new FormatMatch(0.95, "an article with fields of Europe PMC");
        }

        return head.Json.HasEmpty("resultList.result") && head.Json.Has("hitCount", JsonKinds.Number)
            ? new FormatMatch(0.9, "an answer of Europe PMC that found nothing")
            : FormatMatch.None("no article with a source and fields of Europe PMC");
    }

    public IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
        => JsonListReader.ReadAsync(content, Shape, cancellationToken);

    private static bool IsArticle(JsonPart part)
        => part.Has("title", JsonKinds.Text) && part.Has("source", JsonKinds.Text)
            && part.HasAny("authorString", "firstPublicationDate", "inEPMC", "abstractText");
}
