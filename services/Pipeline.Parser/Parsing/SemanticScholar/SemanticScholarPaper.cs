using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Json;
using Pipeline.Parser.Parsing.Markup;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.SemanticScholar;

/// <summary>Reads one paper, or the paper a citation or reference leads to.</summary>
internal static class SemanticScholarPaper
{
    /// <summary>A paper, or why the element is none.</summary>
    public static ListingEntry ToEntry(JsonElement element, string where)
    {
        var paper = Nested(element, "citingPaper") ?? Nested(element, "citedPaper") ?? element;
        return paper.ValueKind == JsonValueKind.Object
            ? Draft(paper).ToEntry(where)
            : ListingEntry.Reject(where, "not a JSON object, so no paper: remove it.");
    }

    private static PaperDraft Draft(JsonElement paper)
    {
        var ids = paper.Field("externalIds");
        var arxiv = ids.Field("ArXiv").Text();
        var text = paper.FirstText("abstract");
        return new PaperDraft
        {
            Names = [arxiv, ids.Field("DOI").Text(), ids.Field("PubMed").Text() is { } pmid ? $"pmid:{pmid}" : null],
            Title = MarkupText.Title(paper.Field("title").Text()),
            Abstract = MarkupText.Abstract(text) ?? paper.Field("tldr").FirstText("text"),
            AbstractSource = text is null && paper.Field("tldr").FirstText("text") is not null ? AbstractSource.AiSummary : AbstractSource.Listing,
            Authors = paper.Field("authors").PersonNames(),
            PublishedAt = paper.Field("publicationDate").Time() ?? PartialDate.Of(paper.Field("year").Count() ?? 0),
            Categories = paper.Field("fieldsOfStudy").Texts(),
            Urls =
            [
                new("abs", arxiv is null ? null : $"https://arxiv.org/abs/{arxiv}"),
                new("page", paper.Field("url").Text()),
                new("pdf", paper.Field("openAccessPdf").Field("url").Text()),
            ],
        };
    }

    private static JsonElement? Nested(JsonElement element, string name)
        => element.Field(name) is { ValueKind: JsonValueKind.Object } paper ? paper : null;
}
