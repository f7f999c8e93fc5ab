using System.Net;
using System.Text.Json;
using Pipeline.Parser.Parsing.Json;
using Pipeline.Parser.Parsing.Markup;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.OpenAire;

/// <summary>Reads one research product.</summary>
internal static class OpenAireProduct
{
    private static readonly string[] NamingSchemes = ["doi", "arxiv"];

    /// <summary>A paper, or why the element is none.</summary>
    public static ListingEntry ToEntry(JsonElement product, string where)
    {
        if (product.ValueKind != JsonValueKind.Object)
        {
            return ListingEntry.Reject(where, "not a JSON object, so no product of OpenAIRE: remove it.");
        }

        return new PaperDraft
        {
            Names = product.Field("pids").Items()
                .Where(pid => NamingSchemes.Contains(pid.Field("scheme").Text()?.ToLowerInvariant()))
                .Select(pid => pid.Field("value").Text()),
            Title = MarkupText.Title(product.Field("mainTitle").Text()),
            Abstract = MarkupText.Abstract(product.Field("descriptions").Texts().FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))),
            Authors = product.Field("authors").NamesBy("fullName").Select(PersonName.InReadingOrder),
            PublishedAt = PartialDate.Read(product.FirstText("publicationDate")),
            Categories = product.Field("subjects").Items().Select(subject => subject.Field("subject").Field("value").Text()).OfType<string>(),

            // Addresses are escaped as if for HTML.
            Urls = [new("page", WebUtility.HtmlDecode(product.Field("instances").Items().SelectMany(instance => instance.Field("urls").Texts()).FirstOrDefault()))],
        }.ToEntry(where);
    }
}
