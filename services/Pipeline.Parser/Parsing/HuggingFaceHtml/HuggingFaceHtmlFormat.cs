using System.Runtime.CompilerServices;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Html;

namespace Pipeline.Parser.Parsing.HuggingFaceHtml;

/// <summary>A page of the Hugging Face Daily Papers as the server sends it: of a day, week or month, the trending ones, or one paper.</summary>
internal sealed class HuggingFaceHtmlFormat : IListingFormat
{
    private static readonly string[] Marks =
    [
        "data-target=\"DailyPapers\"", "data-target='DailyPapers'", "property=\"og:url\" content=\"https://huggingface.co/papers",
        "<title>Daily Papers - Hugging Face", "rel=\"canonical\" href=\"https://huggingface.co/papers",
    ];

    public string Name => "hf-html";

    public SourceAuthority Authority => SourceAuthority.Index;

    /// <summary>Sure when the page says that it is one of these; fairly sure when headings link to <c>/papers/</c>.</summary>
    public FormatMatch Detect(ListingHead head)
    {
        if (!HtmlPage.IsOne(head))
        {
            return FormatMatch.None("no HTML page");
        }

        var bytes = head.Bytes.Span;
        if (Array.Find(Marks, mark => HtmlPage.Contains(head.Bytes.Span, mark)) is { } mark)
        {
            return new FormatMatch(0.95, $"a page with {mark}");
        }

        return HtmlPage.Contains(bytes, "href=\"/papers/") && HtmlPage.Contains(bytes, "<h3")
            ? new FormatMatch(0.5, "a page whose headings link to papers")
            : FormatMatch.None("an HTML page, but not one of the Daily Papers");
    }

    public async IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tag = new DailyPapersTag(content);
        var data = await tag.FindAsync(cancellationToken);
        var hasPapers = false;
        await foreach (var entry in (data is null ? AsyncEnumerable.Empty<ListingEntry>() : ReadAsync(data, cancellationToken)).WithCancellation(cancellationToken))
        {
            hasPapers |= entry is ListingEntry.Listed;
            yield return entry;
            if (entry is ListingEntry.Broken)
            {
                yield break;
            }
        }

        // The rest repeats the papers without abstracts; its end alone tells whether the content is whole.
        if (hasPapers)
        {
            await tag.Rest().CopyToAsync(Stream.Null, cancellationToken);
            yield break;
        }

        var page = await HtmlPage.ReadAsync(tag.Rest(), cancellationToken);
        foreach (var entry in page is null ? [HtmlPage.TooLong] : HuggingFacePage.Read(page))
        {
            yield return entry;
        }
    }

    // Malformed data do not break off a page that goes on behind them.
    private static async IAsyncEnumerable<ListingEntry> ReadAsync(AttributeValue data, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ListingEntry.Broken? end = null;
        await foreach (var entry in new HuggingFaceData().ReadAsync(data, cancellationToken))
        {
            if (entry is ListingEntry.Broken broken)
            {
                end = broken;
            }
            else
            {
                yield return entry;
            }
        }

        await data.CopyToAsync(Stream.Null, cancellationToken);
        if (end is not null)
        {
            yield return data.IsClosed ? ListingEntry.Reject("the data of DailyPapers", end.Reason) : end;
        }
    }
}
