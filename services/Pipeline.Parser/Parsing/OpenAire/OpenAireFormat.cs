using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Json;

namespace Pipeline.Parser.Parsing.OpenAire;

/// <summary>The answers of the OpenAIRE Graph API about research products.</summary>
/// <remarks>Source: https://graph.openaire.eu/docs/apis/graph-api.</remarks>
internal sealed class OpenAireFormat : IListingFormat
{
    private static readonly JsonListShape Shape = JsonListShape.Of(OpenAireProduct.ToEntry, "results");

    public string Name => "openaire";

    public SourceAuthority Authority => SourceAuthority.Index;

    /// <summary>Sure when a product has a <c>mainTitle</c> and another field of the Graph.</summary>
    public FormatMatch Detect(ListingHead head)
    {
        if (head.Json.Find(Shape.Lists, IsProduct) is not null)
        {
            return new FormatMatch(0.95, "a product with fields of the OpenAIRE Graph");
        }

        return head.Json.HasEmpty("results") && head.Json.Has("header.numFound", JsonKinds.Number)
            ? new FormatMatch(0.9, "an answer of the OpenAIRE Graph that found nothing")
            : FormatMatch.None("no product with a mainTitle and fields of the OpenAIRE Graph");
    }

    public IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
        => JsonListReader.ReadAsync(content, Shape, cancellationToken);

    private static bool IsProduct(JsonPart part)
        => part.Has("mainTitle", JsonKinds.Text) && part.HasAny("originalIds", "instances", "pids", "bestAccessRight", "collectedFrom", "publicationDate");
}
