using System.Runtime.CompilerServices;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Bytes;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.TextCapture;

/// <summary>A page of the Hugging Face Daily Papers, copied and saved as text; <see cref="CaptureParser"/> says how it is read.</summary>
internal sealed class TextCaptureFormat : IListingFormat
{
    private const int MaxLineBytes = 1024 * 1024;

    public string Name => "text-capture";

    public SourceAuthority Authority => SourceAuthority.Capture;

    /// <summary>Sure when the page's banners are there; otherwise by <see cref="CaptureEvidence"/>.</summary>
    public FormatMatch Detect(ListingHead head) => CaptureEvidence.Weigh(head);

    public async IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var parser = new CaptureParser();
        await foreach (var line in LineSplitter.ReadAsync(content, MaxLineBytes, cancellationToken))
        {
            if (line.IsTooLong)
            {
                yield return ListingEntry.Reject($"line {line.Number}", "longer than 1 MB, which no abstract is: break or remove it.");
                continue;
            }

            parser.Add(line.Number, LooseText.Decode(line.Bytes.Span));
            while (parser.TryTake(out var item))
            {
                yield return ToEntry(item, isPage: parser.Banners > 0);
            }
        }

        parser.End();
        while (parser.TryTake(out var item))
        {
            yield return ToEntry(item, isPage: parser.Banners > 0);
        }
    }

    // Only the page itself shows summaries; in a list made by hand, one sentence is the abstract.
    private static ListingEntry ToEntry(CaptureItem item, bool isPage) => item switch
    {
        CaptureItem.Card card => new PaperDraft
        {
            NeedsAbstract = true,
            Names = [card.Address],
            Title = card.Title,
            Abstract = card.Abstract,
            AbstractSource = isPage && Prose.IsSummary(card.Abstract) ? AbstractSource.AiSummary : AbstractSource.Listing,
            ListedAt = card.ListedAt,
            Upvotes = card.Upvotes,
            Urls = [new("page", card.Address), new("code", card.CodeAddress)],
        }.ToEntry($"line {card.Line}"),
        CaptureItem.Loose loose => ListingEntry.Reject($"line {loose.Line}", loose.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
