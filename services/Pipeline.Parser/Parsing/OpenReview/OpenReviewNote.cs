using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Json;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.OpenReview;

/// <summary>Reads one note.</summary>
internal static class OpenReviewNote
{
    private const string Site = "https://openreview.net";

    /// <summary>A paper, or why the note is none. Reviews and comments are notes too.</summary>
    public static ListingEntry ToEntry(JsonElement note, string where)
    {
        var content = note.Field("content");
        if (content.ValueKind != JsonValueKind.Object)
        {
            return ListingEntry.Reject(where, "no \"content\": this is no note of OpenReview, remove it.");
        }

        return note.Field("replyto").Text() is { Length: > 0 }
            ? ListingEntry.Reject(where, "a reply such as a review or a comment, so no paper: ask for the submissions only.")
            : Draft(note, content).ToEntry(where);
    }

    private static PaperDraft Draft(JsonElement note, JsonElement content)
    {
        var forum = note.FirstText("forum", "id");
        var address = Value(content, "html").Text();
        return new PaperDraft
        {
            Names = [.. note.Field("externalIds").Texts(), Value(content, "doi").Text(), address, Value(content, "arxiv").Text()],
            Title = Value(content, "title").Text(),
            Abstract = Value(content, "abstract").Text(),
            Authors = Value(content, "authors").NamesBy("fullname", "name"),
            PublishedAt = note.Field("pdate").Milliseconds() ?? note.Field("cdate").Milliseconds(),
            Categories = Value(content, "keywords").Labels(),
            Urls =
            [
                new("abs", address),
                new("page", forum is null ? null : $"{Site}/forum?id={Uri.EscapeDataString(forum)}"),
                new("pdf", Value(content, "pdf").Text() is { } pdf ? pdf.StartsWith('/') ? Site + pdf : pdf : null),
                new("code", Value(content, "code").Text()),
            ],
            State = IsWithdrawn(note, content) ? PaperState.Withdrawn : PaperState.Active,
        };
    }

    private static JsonElement Value(JsonElement content, string name)
        => content.Field(name) is { ValueKind: JsonValueKind.Object } wrapped ? wrapped.Field("value") : content.Field(name);

    // A deleted note has a date of deletion; a withdrawn submission moves to another venue and invitation.
    private static bool IsWithdrawn(JsonElement note, JsonElement content)
        => note.Field("ddate").Milliseconds() is not null
            || IsWithdrawn(Value(content, "venueid").Text())
            || note.Field("invitations").Texts().Append(note.Field("invitation").Text()).Any(IsWithdrawn);

    private static bool IsWithdrawn(string? name) => name?.Contains("Withdrawn_Submission", StringComparison.OrdinalIgnoreCase) == true;
}
