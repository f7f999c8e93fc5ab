using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Delivery.Events;

namespace Pipeline.Delivery.Digests.Content;

/// <summary>A paper as a mail tells of it; all texts are in one line and of bounded length.</summary>
internal sealed record DigestPaper
{
    /// <summary>Most quotes of a paper.</summary>
    public const int MaxQuotes = 3;

    private const int MaxTitle = 300;
    private const int MaxAuthors = 5;
    private const int MaxName = 60;
    private const int MaxTopics = 5;
    private const int MaxQuote = 280;

    /// <summary>Title; never empty.</summary>
    public required string Title { get; init; }

    /// <summary>Its address; null when it has none that can be followed.</summary>
    public string? Link { get; init; }

    /// <summary>The first authors, and how many others there are; empty when none is known.</summary>
    public required string Authors { get; init; }

    /// <summary>Topics, votes and day.</summary>
    public required string Facts { get; init; }

    /// <summary>Its surest claims; that something is available comes last.</summary>
    public required IReadOnlyList<DigestQuote> Quotes { get; init; }

    /// <summary>Makes one of a paper.</summary>
    public static DigestPaper Of(EnrichedPaper paper) => new()
    {
        Title = (paper.State == PaperState.Withdrawn ? "Withdrawn: " : "")
            + (MailText.OneLine(paper.Title, MaxTitle) is { Length: > 0 } title ? title : "(no title)"),
        Link = PaperLinks.Web(paper),
        Authors = AuthorsOf(paper.Authors),
        Facts = FactsOf(paper),
        Quotes = [.. QuotesOf(paper)],
    };

    // That code is out is the surest claim of many papers, and the least of what they say.
    private static IEnumerable<DigestQuote> QuotesOf(EnrichedPaper paper)
        => EventClaims.Of(paper).OrderBy(claim => claim.Type == ClaimType.Availability).Take(MaxQuotes).Select(claim => new DigestQuote(
            JsonNamingPolicy.KebabCaseLower.ConvertName(claim.Type.ToString()), MailText.OneLine(claim.Text, MaxQuote)));

    private static string AuthorsOf(IReadOnlyList<string> authors)
    {
        var names = authors.Select(author => MailText.OneLine(author, MaxName)).Where(name => name.Length > 0).ToList();
        var others = names.Count - MaxAuthors;
        return others switch
        {
            > 1 => $"{string.Join(", ", names.Take(MaxAuthors))} and {MailText.Count(others, "other", "others")}",
            _ => string.Join(", ", names),
        };
    }

    private static string FactsOf(EnrichedPaper paper)
    {
        var topics = (paper.Topics?.Analysis.Topics ?? []).Take(MaxTopics).Select(topic => MailText.OneLine(topic.Id, MaxName));
        string?[] facts =
        [
            string.Join(", ", topics),
            paper.Upvotes is > 0 and var votes ? MailText.Count(votes, "upvote", "upvotes") : null,
            MailText.Day(Trending.Since(paper)),
        ];
        return string.Join(" · ", facts.Where(fact => !string.IsNullOrEmpty(fact)));
    }
}

/// <summary>A claim in the paper's own words.</summary>
/// <param name="Type">Its kind, as it is published.</param>
/// <param name="Text">The words.</param>
internal sealed record DigestQuote(string Type, string Text);
