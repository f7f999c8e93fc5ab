using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Json;

namespace Pipeline.Parser.Parsing.SemanticScholar;

/// <summary>The answers of Semantic Scholar's Academic Graph and Recommendations APIs: search, batch, one paper, its citations and references, recommendations.</summary>
/// <remarks>Source: https://api.semanticscholar.org/api-docs/graph.</remarks>
internal sealed class SemanticScholarFormat : IListingFormat
{
    private static readonly JsonListShape Shape = JsonListShape.Of(SemanticScholarPaper.ToEntry, "data", "recommendedPapers") with
    {
        PassesNulls = true,
        IsEmptyAnswer = answer => answer.Field("total").Count() == 0 && answer.Field("paperId").ValueKind == JsonValueKind.Undefined,
    };

    public string Name => "semantic-scholar";

    public SourceAuthority Authority => SourceAuthority.Index;

    /// <summary>Sure when an element has a <c>paperId</c>, or is a citation of one that has.</summary>
    public FormatMatch Detect(ListingHead head)
    {
        var json = head.Json;
        if (json.Find(Shape.Lists, IsPaper) is not null)
        {
            return new FormatMatch(0.95, "a paper with a paperId of Semantic Scholar");
        }

        if (json.HasEmpty("recommendedPapers") || IsEmptySearch(json))
        {
            return new FormatMatch(0.6, "an answer of Semantic Scholar that found nothing");
        }

        return json.Has("data[].snippet")
            ? FormatMatch.None("a search for snippets of Semantic Scholar, which are parts of papers: search for papers")
            : FormatMatch.None("no paper with a paperId of Semantic Scholar");
    }

    public IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
        => JsonListReader.ReadAsync(content, Shape, cancellationToken);

    private static bool IsPaper(JsonPart part)
        => part.Has("paperId", JsonKinds.Text)
            || part.Has("citingPaper", JsonKinds.Object) || part.Has("citedPaper", JsonKinds.Object)
            || (part.Has("paperId", JsonKinds.Null) && part.Has("title"));

    // Without a hit, "data" is left out altogether.
    private static bool IsEmptySearch(JsonOutline json)
        => json.IsObject && json.Text("error") is null
            && ((json.Has("total", JsonKinds.Number) && json.Has("offset", JsonKinds.Number)) || json.Has("offset", JsonKinds.Number) || json.Has("token"))
            && (json.HasEmpty("data") || (!json.Has("data") && json.Has("total") && !json.Has("title") && !json.Has("results") && !json.Has("notes")));
}
