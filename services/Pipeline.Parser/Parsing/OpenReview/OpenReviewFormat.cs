using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Json;

namespace Pipeline.Parser.Parsing.OpenReview;

/// <summary>Notes of OpenReview, of version 1 of its API and of version 2, which wraps every field of the content in <c>{"value": ...}</c>.</summary>
/// <remarks>Source: https://docs.openreview.net/reference/api-v2/entities/note.</remarks>
internal sealed class OpenReviewFormat : IListingFormat
{
    private static readonly JsonListShape Shape = JsonListShape.Of(OpenReviewNote.ToEntry, "notes");

    public string Name => "openreview";

    public SourceAuthority Authority => SourceAuthority.Index;

    /// <summary>Sure when a note has a content and its place in a forum.</summary>
    public FormatMatch Detect(ListingHead head)
    {
        if (head.Json.Find(Shape.Lists, IsNote) is not null)
        {
            return new FormatMatch(0.95, "a note of OpenReview");
        }

        return head.Json.HasEmpty("notes") && head.Json.IsObject
            ? new FormatMatch(0.7, "an answer of OpenReview without notes")
            : FormatMatch.None("no note with a content and a forum of OpenReview");
    }

    public IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
        => JsonListReader.ReadAsync(content, Shape, cancellationToken);

    private static bool IsNote(JsonPart part)
        => part.Has("content", JsonKinds.Object) && part.HasAny("forum", "invitation", "invitations", "signatures");
}
