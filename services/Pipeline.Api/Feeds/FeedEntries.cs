using System.Text;
using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Api.Feeds;

/// <summary>Makes entries of papers. Pure.</summary>
internal static class FeedEntries
{
    /// <summary>The entry of a paper.</summary>
    /// <returns>Null while the paper lacks a stage: it comes when it is complete, and not twice.</returns>
    public static FeedEntry? Of(EnrichedPaper paper, TopicLookup known)
    {
        if (paper is { Pending: true } or { Enriched: null } || paper.Enriched.Revision != paper.Revision)
        {
            return null;
        }

        var title = FeedText.Clean(paper.Title);
        return new()
        {
            Id = $"urn:pipeline:paper:{Uri.EscapeDataString(FeedText.Clean(paper.Id))}",
            Title = paper.State == PaperState.Withdrawn ? $"Withdrawn: {title}" : title,
            Link = PaperLinks.Web(paper),
            Updated = WithdrawnAt(paper) is { } withdrawn && withdrawn > paper.Enriched.At ? withdrawn : paper.Enriched.At,
            Published = paper.PublishedAt,
            Authors = [.. paper.Authors.Select(FeedText.Clean).Where(author => author.Length > 0)],
            Topics = [.. (paper.Topics?.Analysis.Topics ?? []).Select(topic => new FeedTopic(FeedText.Clean(topic.Id), known.Find(topic.Id)?.Name ?? topic.Id))],
            Html = HtmlOf(paper),
        };
    }

    private static DateTimeOffset? WithdrawnAt(EnrichedPaper paper)
        => paper.State != PaperState.Withdrawn ? null
            : paper.Provenance.Where(group => group.Fields.Contains(FieldNames.Withdrawn)).Select(group => (DateTimeOffset?)group.Origin.ObservedAt).Max();

    private static string HtmlOf(EnrichedPaper paper)
    {
        var html = new StringBuilder();
        html.Append("<p>").Append(FeedText.Html(paper.Abstract)).Append("</p>");
        if (paper.Claims?.Analysis.Claims is { Count: > 0 } claims)
        {
            html.Append("<p>Claims</p><ul>");
            foreach (var claim in claims)
            {
                html.Append("<li>").Append(JsonNamingPolicy.KebabCaseLower.ConvertName(claim.Type.ToString())).Append(": <q>");
                html.Append(FeedText.Html(claim.Text)).Append("</q></li>");
            }

            html.Append("</ul>");
        }

        return html.ToString();
    }
}
