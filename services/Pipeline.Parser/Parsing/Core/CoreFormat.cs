using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Json;

namespace Pipeline.Parser.Parsing.Core;

/// <summary>The answers of CORE's API, version 3: a search of works or outputs, and a single one.</summary>
/// <remarks>Source: https://api.core.ac.uk/docs/v3.</remarks>
internal sealed class CoreFormat : IListingFormat
{
    private static readonly JsonListShape Shape = JsonListShape.Of(CoreWork.ToEntry, "results");

    public string Name => "core";

    public SourceAuthority Authority => SourceAuthority.Index;

    /// <summary>Sure when a work has two fields that only CORE gives.</summary>
    public FormatMatch Detect(ListingHead head)
    {
        if (head.Json.Find(Shape.Lists, IsWork) is not null)
        {
            return new FormatMatch(0.95, "a work with fields of CORE");
        }

        return head.Json.HasEmpty("results") && head.Json.Has("totalHits", JsonKinds.Number)
            ? new FormatMatch(0.8, "an empty page of results of CORE")
            : FormatMatch.None("no work with a title and fields of CORE");
    }

    public IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
        => JsonListReader.ReadAsync(content, Shape, cancellationToken);

    private static bool IsWork(JsonPart part)
        => part.Has("title", JsonKinds.Text) && part.Has("id", JsonKinds.Number)
            && part.HasAny("oaiIds", "dataProviders", "dataProvider", "sourceFulltextUrls", "yearPublished", "depositedDate", "downloadUrl", "arxivId");
}
