using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Pipeline.Parser.Parsing.Html;
using Pipeline.Parser.Parsing.HuggingFaceJson;
using Pipeline.Parser.Parsing.Json;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.HuggingFaceHtml;

/// <summary>Reads one page: the data the server puts into it for its scripts, or else the cards people see.</summary>
internal static class HuggingFacePage
{
    /// <summary>The papers of a page, in the order of the page.</summary>
    public static IEnumerable<ListingEntry> Read(string page)
    {
        var cards = new HuggingFaceCards();
        var hasData = false;
        foreach (var token in HtmlTags.Of(page))
        {
            if (token.Type == HtmlTokenType.StartTag && token.Attribute("data-target") is { } target && token.Attribute("data-props") is { } data)
            {
                foreach (var entry in ReadData(data, target))
                {
                    hasData |= entry is ListingEntry.Listed;
                    yield return entry;
                }
            }

            cards.Follow(token);
        }

        // Cards repeat what the data said, without abstracts.
        foreach (var entry in hasData ? [] : cards.Entries)
        {
            yield return entry;
        }
    }

    private static IEnumerable<ListingEntry> ReadData(string data, string target)
    {
        var isList = target == "DailyPapers";
        var isPaper = data.StartsWith("{\"paper\":", StringComparison.Ordinal);
        return isList || isPaper
            ? JsonEntry.ReadMany(Encoding.UTF8.GetBytes(data), $"the data of {target}", isList ? ReadList : ReadPaper)
            : [];
    }

    private static IEnumerable<ListingEntry> ReadPaper(JsonElement data, string where)
        => HuggingFacePaper.IsOne(data) ? [HuggingFacePaper.ToEntry(data, where)] : [];

    // The address of a page may name a day without papers; the server then shows another, and says so here.
    private static IEnumerable<ListingEntry> ReadList(JsonElement data, string where)
    {
        var day = ListingTime.Read(data.Field("dateString").Text());
        return data.Field("dailyPapers").Items().Select((element, index) => HuggingFacePaper.ToEntry(element, $"card {index + 1}") switch
        {
            ListingEntry.Listed(var paper) => new ListingEntry.Listed(paper with { ListedAt = paper.ListedAt ?? day }),
            var other => other,
        });
    }
}
