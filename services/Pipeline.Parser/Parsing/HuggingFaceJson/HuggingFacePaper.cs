using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Json;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.HuggingFaceJson;

/// <summary>Reads one element of an API answer: a <c>paper</c> in its wrapper, or flat.</summary>
internal static class HuggingFacePaper
{
    /// <summary>Whether an element has the shape of a paper, whatever it holds.</summary>
    public static bool IsOne(JsonElement element)
        => element.Field("paper").ValueKind == JsonValueKind.Object
            || (element.Field("id").Text() is not null && element.Field("title").Text() is not null && element.Field("summary").Text() is not null);

    /// <summary>A paper, or why the element is none. Strict about id and title, lenient about everything else.</summary>
    public static ListingEntry ToEntry(JsonElement element, string where)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return ListingEntry.Reject(where, "not a JSON object, so no paper: remove it.");
        }

        var inner = element.Field("paper");
        var paper = inner.ValueKind == JsonValueKind.Object ? inner : element;
        if ((paper.FirstText("id") ?? element.FirstText("id")) is not { } id)
        {
            return ListingEntry.Reject(where, "no \"id\": every paper of Hugging Face has its arXiv id there.");
        }

        return PaperIdentity.FromArxiv(id) is { } key
            ? Draft(element, paper, key).ToEntry(where)
            : ListingEntry.Reject(where, $"the \"id\" {ListingText.Quote(id)} is no arXiv id: correct or remove it.");
    }

    private static PaperDraft Draft(JsonElement outer, JsonElement paper, string key)
    {
        var summary = paper.FirstText("summary") ?? outer.FirstText("summary");
        var arxivId = key["arxiv:".Length..];
        var publishedAt = paper.Field("publishedAt").Time();
        return new PaperDraft
        {
            Names = [key],
            Title = paper.FirstText("title") ?? outer.FirstText("title"),
            Abstract = summary ?? paper.FirstText("ai_summary"),
            AbstractSource = summary is null ? AbstractSource.AiSummary : AbstractSource.Listing,
            Authors = paper.Field("authors").PersonNames(),
            PublishedAt = publishedAt,
            ListedAt = paper.Field("submittedOnDailyAt").Time() ?? Slot(outer.Field("publishedAt").Time(), publishedAt),
            Urls =
            [
                new("abs", $"https://arxiv.org/abs/{arxivId}"),
                new("page", $"https://huggingface.co/papers/{arxivId}"),
                new("code", paper.Field("githubRepo").Text()),
                new("project", paper.Field("projectPage").Text()),
            ],
            Upvotes = paper.Field("upvotes").Count(),
            State = paper.Field("withdrawnAt").Time() is null ? PaperState.Active : PaperState.Withdrawn,
            NeedsAbstract = true,
        };
    }

    // Older answers give the slot as the outer date. Newer ones, and the search, repeat the paper's own date there, shifted by a time zone.
    private static DateTimeOffset? Slot(DateTimeOffset? outer, DateTimeOffset? publishedAt)
        => outer is { } slot && publishedAt is { } own && (slot - own).Duration() >= TimeSpan.FromDays(1) ? slot : null;
}
