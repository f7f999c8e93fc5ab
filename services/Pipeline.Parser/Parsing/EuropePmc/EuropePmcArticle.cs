using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Json;
using Pipeline.Parser.Parsing.Markup;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.EuropePmc;

/// <summary>Reads one article.</summary>
internal static class EuropePmcArticle
{
    /// <summary>A paper, or why the element is none.</summary>
    public static ListingEntry ToEntry(JsonElement article, string where)
    {
        if (article.ValueKind != JsonValueKind.Object)
        {
            return ListingEntry.Reject(where, "not a JSON object, so no article of Europe PMC: remove it.");
        }

        var (source, id) = (article.FirstText("source"), article.FirstText("id"));
        return new PaperDraft
        {
            Names = [article.FirstText("doi"), article.FirstText("pmid") is { } pmid ? $"pmid:{pmid}" : null],
            Title = MarkupText.Title(article.Field("title").Text()),
            Abstract = MarkupText.Abstract(article.Field("abstractText").Text()),
            Authors = Authors(article),
            PublishedAt = article.Field("firstPublicationDate").Time() ?? PartialDate.Read(article.FirstText("pubYear")),
            Categories = article.Field("keywordList").Field("keyword").Texts(),
            Urls =
            [
                new("page", source is null || id is null ? null : $"https://europepmc.org/article/{source}/{Uri.EscapeDataString(id)}"),
                new("pdf", article.Field("fullTextUrlList").Field("fullTextUrl").Items().FirstOrDefault(link => link.Field("documentStyle").Text() == "pdf").Field("url").Text()),
            ],
            Version = article.Field("versionNumber").Whole(),
            State = IsRetracted(article) ? PaperState.Withdrawn : PaperState.Active,
        }.ToEntry(where);
    }

    // The notice of a retraction is an article too, of the type "Retraction of Publication", and stands.
    private static bool IsRetracted(JsonElement article)
        => article.Field("pubTypeList").Field("pubType").Texts().Any(type => type.Equals("Retracted Publication", StringComparison.OrdinalIgnoreCase))
            || article.Field("commentCorrectionList").Field("commentCorrection").Items()
                .Any(note => note.Field("type").Text()?.Equals("Retraction in", StringComparison.OrdinalIgnoreCase) == true);

    private static IEnumerable<string> Authors(JsonElement article)
    {
        var named = article.Field("authorList").Field("author").Items()
            .Select(author => PersonName.Of(author.FirstText("firstName"), author.FirstText("lastName")) ?? author.FirstText("collectiveName", "fullName"))
            .OfType<string>().ToList();
        return named.Count > 0 ? named : article.FirstText("authorString")?.TrimEnd('.').Split(',', StringSplitOptions.TrimEntries) ?? [];
    }
}
