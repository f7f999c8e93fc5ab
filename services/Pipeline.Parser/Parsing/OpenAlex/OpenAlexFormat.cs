using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Json;

namespace Pipeline.Parser.Parsing.OpenAlex;

/// <summary>The answers of OpenAlex about works: a search, a list, a single work.</summary>
/// <remarks>Source: https://docs.openalex.org/api-entities/works/work-object.</remarks>
internal sealed class OpenAlexFormat : IListingFormat
{
    private static readonly JsonListShape Shape = JsonListShape.Of(OpenAlexWork.ToEntry, "results");

    public string Name => "openalex";

    public SourceAuthority Authority => SourceAuthority.Index;

    /// <summary>Sure when a work has its id at OpenAlex, or fields that only works there have.</summary>
    public FormatMatch Detect(ListingHead head)
    {
        if (head.Json.Find(Shape.Lists, IsWork) is not null)
        {
            return new FormatMatch(0.96, "a work with fields of OpenAlex");
        }

        return head.Json.HasEmpty("results") && head.Json.Has("meta.count") && head.Json.Has("meta.per_page")
            ? new FormatMatch(0.8, "an empty page of results of OpenAlex")
            : FormatMatch.None("no work with a title and an id of OpenAlex");
    }

    public IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
        => JsonListReader.ReadAsync(content, Shape, cancellationToken);

    private static bool IsWork(JsonPart part)
        => part.HasAny("title", "display_name")
            && (part.Text("id")?.StartsWith("https://openalex.org/W", StringComparison.OrdinalIgnoreCase) == true
                || part.Has("ids.openalex")
                || part.Has("abstract_inverted_index")
                || (part.Has("authorships", JsonKinds.List) && part.HasAny("primary_location", "publication_year", "open_access")));
}
