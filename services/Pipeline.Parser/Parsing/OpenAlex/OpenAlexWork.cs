using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Json;
using Pipeline.Parser.Parsing.Markup;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.OpenAlex;

/// <summary>Reads one work.</summary>
internal static class OpenAlexWork
{
    private const string ArxivDoi = "doi:10.48550/arxiv.";

    /// <summary>A paper, or why the work is none.</summary>
    public static ListingEntry ToEntry(JsonElement work, string where)
    {
        if (work.ValueKind != JsonValueKind.Object)
        {
            return ListingEntry.Reject(where, "not a JSON object, so no work of OpenAlex: remove it.");
        }

        var text = InvertedAbstract.Rebuild(work.Field("abstract_inverted_index"), out var fault);
        return fault is null ? Draft(work, text).ToEntry(where) : ListingEntry.Reject(where, fault);
    }

    private static PaperDraft Draft(JsonElement work, string? text)
    {
        var primary = work.Field("primary_location");
        return new PaperDraft
        {
            Names = [work.Field("doi").Text(), work.Field("ids").Field("doi").Text(), work.Field("ids").Field("pmid").Text(), .. Locations(work).Select(ArxivNameOf)],
            Title = MarkupText.Title(work.FirstText("title", "display_name")),
            Abstract = MarkupText.Abstract(text),
            Authors = work.Field("authorships").Items().Select(author => author.Field("author").FirstText("display_name") ?? author.FirstText("raw_author_name")).OfType<string>(),
            PublishedAt = PartialDate.Read(work.Field("publication_date").Text()) ?? PartialDate.Of(work.Field("publication_year").Count() ?? 0),
            Categories = work.Field(work.Field("topics").Items().Any() ? "topics" : "concepts").NamesBy("display_name"),
            Urls =
            [
                new("page", primary.Field("landing_page_url").Text() ?? work.Field("id").Text()),
                new("pdf", primary.Field("pdf_url").Text() ?? work.Field("best_oa_location").Field("pdf_url").Text()),
            ],
            State = work.Field("is_retracted").ValueKind == JsonValueKind.True ? PaperState.Withdrawn : PaperState.Active,
        };
    }

    private static IEnumerable<JsonElement> Locations(JsonElement work)
        => work.Field("locations").Items().Prepend(work.Field("best_oa_location")).Prepend(work.Field("primary_location"));

    // The DOIs of other locations may be those of other editions; arXiv's name the same text.
    private static string? ArxivNameOf(JsonElement location)
    {
        var page = location.Field("landing_page_url").Text();
        return PaperIdentity.FromArxiv(page) ?? PaperIdentity.FromArxiv(location.Field("pdf_url").Text())
            ?? (PaperIdentity.FromDoi(page)?.StartsWith(ArxivDoi, StringComparison.Ordinal) == true ? page : null);
    }
}
