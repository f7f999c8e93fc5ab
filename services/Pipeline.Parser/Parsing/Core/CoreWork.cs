using System.Text.Json;
using Pipeline.Parser.Parsing.Json;
using Pipeline.Parser.Parsing.Markup;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.Core;

/// <summary>Reads one work.</summary>
internal static class CoreWork
{
    /// <summary>A paper, or why the element is none.</summary>
    public static ListingEntry ToEntry(JsonElement work, string where)
    {
        if (work.ValueKind != JsonValueKind.Object)
        {
            return ListingEntry.Reject(where, "not a JSON object, so no work of CORE: remove it.");
        }

        return new PaperDraft
        {
            Names = [work.FirstText("arxivId"), .. work.Field("oaiIds").Texts(), work.FirstText("doi")],
            Title = MarkupText.Title(work.Field("title").Text()),
            Abstract = MarkupText.Abstract(work.Field("abstract").Text()),
            Authors = work.Field("authors").PersonNames().Select(PersonName.InReadingOrder),
            PublishedAt = PartialDate.Read(work.FirstText("publishedDate")) ?? PartialDate.Of(work.Field("yearPublished").Whole() ?? 0),
            Categories = work.Field("fieldOfStudy").Text() is { } field ? [field] : work.Field("fieldOfStudy").Texts(),
            Urls =
            [
                new("page", work.Field("links").Items().FirstOrDefault(link => link.Field("type").Text() == "display").Field("url").Text()),
                new("pdf", work.FirstText("downloadUrl")),
            ],
        }.ToEntry(where);
    }
}
