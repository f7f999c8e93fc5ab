using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Json;

namespace Pipeline.Parser.Parsing.Crossref;

/// <summary>The answers of the Crossref REST API about works, and lists or single works taken out of them.</summary>
/// <remarks>Source: https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md.</remarks>
internal sealed class CrossrefFormat : IListingFormat
{
    private static readonly JsonListShape Shape = new(["message.items", "items"], Read);

    private static readonly string[] Own = ["member", "prefix", "deposited", "is-referenced-by-count", "references-count", "reference-count", "content-domain", "container-title", "indexed"];

    public string Name => "crossref";

    public SourceAuthority Authority => SourceAuthority.Record;

    /// <summary>Sure when a work has a DOI and its title in a list, or other fields of Crossref.</summary>
    public FormatMatch Detect(ListingHead head)
    {
        var json = head.Json;
        if (json.Find(Shape.Lists, IsWork) is not null || (json.IsObject && !json.IsFollowed && IsWork(new JsonPart(json, "message"))))
        {
            return new FormatMatch(0.95, "a work with fields of Crossref");
        }

        var type = json.Text("message-type");
        return type == "work-list" && json.HasEmpty("message.items") ? new FormatMatch(0.9, "an empty list of works of Crossref")
            : type is not null ? FormatMatch.None($"an answer of Crossref, but no work with a DOI: its message-type is {Papers.ListingText.Quote(type)}")
            : FormatMatch.None("no work with a DOI and fields of Crossref");
    }

    public IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
        => JsonListReader.ReadAsync(content, Shape, cancellationToken);

    // A single work stands under "message".
    private static IEnumerable<ListingEntry> Read(JsonElement element, string where)
        => CrossrefWork.Read(element.Field("message") is { ValueKind: JsonValueKind.Object } message ? message : element, where);

    private static bool IsWork(JsonPart part)
        => part.Has("DOI", JsonKinds.Text) && !part.Has("title", JsonKinds.Text) && (part.Has("title", JsonKinds.List) || part.HasAny(Own));
}
