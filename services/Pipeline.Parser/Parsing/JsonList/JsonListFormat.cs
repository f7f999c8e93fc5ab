using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Json;
using Pipeline.Parser.Parsing.JsonLines;

namespace Pipeline.Parser.Parsing.JsonList;

/// <summary>
/// A JSON list of plain papers, as many tools write it: the objects of <see cref="JsonLinesFormat"/> in a list, in lists within a list,
/// or in a list inside an object.
/// </summary>
internal sealed class JsonListFormat : IListingFormat
{
    private static readonly JsonListShape Shape = new(["papers", "items", "results", "data", "entries", "articles"], Read);

    public string Name => "json-list";

    public SourceAuthority Authority => SourceAuthority.Index;

    /// <summary>Less sure than a format of one source: an element has a title, and an abstract or an id.</summary>
    public FormatMatch Detect(ListingHead head)
        => head.Json.Find(Shape.Lists.Prepend("[]"), IsPaper) is null
            ? FormatMatch.None("no JSON list of objects with a title, and an abstract or an id")
            : new FormatMatch(0.5, "a list of objects with a title");

    public IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
        => JsonListReader.ReadAsync(content, Shape, cancellationToken);

    private static bool IsPaper(JsonPart part)
        => part.Has("title", JsonKinds.Text)
            && (part.Has("abstract", JsonKinds.Text) || part.Has("summary", JsonKinds.Text) || part.HasAny("arxiv_id", "arxivId", "doi", "DOI"));

    private static IEnumerable<ListingEntry> Read(JsonElement element, string where)
        => element.ValueKind == JsonValueKind.Array
            ? element.EnumerateArray().Select((inner, index) => JsonLinesPaper.ToEntry(inner, $"{where}.{index + 1}"))
            : [JsonLinesPaper.ToEntry(element, where)];
}
