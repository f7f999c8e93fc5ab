using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Json;

namespace Pipeline.Parser.Parsing.HuggingFaceJson;

/// <summary>The answers of the Hugging Face API: the list of the daily papers or of a search, and a single paper.</summary>
internal sealed class HuggingFaceJsonFormat : IListingFormat
{
    private static readonly JsonListShape Shape = JsonListShape.Of(HuggingFacePaper.ToEntry, "dailyPapers");

    // Fields that only Hugging Face gives a paper.
    private static readonly string[] Own = ["upvotes", "discussionId", "submittedOnDailyAt", "ai_summary", "ai_keywords", "upvoted", "githubStars"];

    public string Name => "hf-json";

    public SourceAuthority Authority => SourceAuthority.Index;

    /// <summary>Sure when an element wraps a <c>paper</c>, or is one by its id, title, summary and a field of Hugging Face's own.</summary>
    public FormatMatch Detect(ListingHead head)
    {
        var json = head.Json;
        if (json.Find(Shape.Lists, Wraps) is not null)
        {
            return new FormatMatch(0.9, "an element of the list wraps a paper");
        }

        if (json.Find(Shape.Lists, IsFlat) is { } flat)
        {
            return flat.HasAny(Own) ? new FormatMatch(0.95, "a paper with fields of Hugging Face")
                : flat.IsLone ? FormatMatch.None("an object with an id, a title and a summary, but no field of Hugging Face")
                : new FormatMatch(0.6, "a list of papers with id, title and summary");
        }

        return !json.IsList ? FormatMatch.None("no JSON list or paper of Hugging Face")
            : json.HasEmpty("") && json.IsEnded && !json.IsFollowed ? new FormatMatch(0.4, "an empty list, as the API gives past its last page")
            : FormatMatch.None("a JSON list, but none of its first elements is a Hugging Face paper");
    }

    public IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
        => JsonListReader.ReadAsync(content, Shape, cancellationToken);

    private static bool Wraps(JsonPart part)
        => part.Has("paper", JsonKinds.Object) && !part.IsLone && (part.Has("paper.id", JsonKinds.Text) || part.Has("paper.title", JsonKinds.Text));

    private static bool IsFlat(JsonPart part)
        => part.Has("id", JsonKinds.Text) && part.Has("title", JsonKinds.Text) && part.Has("summary", JsonKinds.Text);
}
