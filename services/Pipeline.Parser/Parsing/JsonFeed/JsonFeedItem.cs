using System.Text.Json;
using Pipeline.Parser.Parsing.Json;
using Pipeline.Parser.Parsing.Markup;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.JsonFeed;

/// <summary>Reads one item of a feed.</summary>
internal static class JsonFeedItem
{
    /// <summary>A paper, or why the item is none. The summary comes before the content, which may be the whole article.</summary>
    public static ListingEntry ToEntry(JsonElement item, string where)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return ListingEntry.Reject(where, "not a JSON object, so no item of a feed: remove it.");
        }

        var (address, external) = (item.FirstText("url"), item.FirstText("external_url"));
        return new PaperDraft
        {
            Names = [item.FirstText("id"), address, external, item.FirstText("doi", "_doi")],
            Title = MarkupText.Title(item.Field("title").Text()),
            Abstract = MarkupText.Abstract(item.FirstText("summary", "content_text", "content_html")),
            Authors = item.Field("authors").Items().Append(item.Field("author")).Select(author => author.FirstText("name")).OfType<string>(),
            PublishedAt = item.Field("date_published").Time(),
            UpdatedAt = item.Field("date_modified").Time(),
            Categories = item.Field("tags").Texts(),
            Urls = [new("page", address), new("abs", external)],
        }.ToEntry(where);
    }
}
