using System.Buffers;
using System.Runtime.CompilerServices;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Bytes;
using Pipeline.Parser.Parsing.Json;

namespace Pipeline.Parser.Parsing.HuggingFaceJson;

/// <summary>The JSON list that the daily and the search API of Hugging Face answer with.</summary>
internal sealed class HuggingFaceJsonFormat : IListingFormat
{
    private const int ElementsLookedAt = 5;

    private static readonly SearchValues<byte> EmptyList = SearchValues.Create("[] \t\r\n"u8);

    public string Name => "hf-json";

    public SourceAuthority Authority => SourceAuthority.Index;

    /// <summary>Sure when one of the first elements wraps a <c>paper</c>, or is one by its id, title and summary.</summary>
    public FormatMatch Detect(ListingHead head)
    {
        var elements = new ArraySplitter(ByteWindow.Over(head), ListingHead.MaxBytes);
        while (elements.Current <= ElementsLookedAt && elements.TryRead(out var element))
        {
            using var document = JsonEntry.TryParse(element.Bytes, out _);
            if (document is not null && HuggingFacePaper.IsOne(document.RootElement))
            {
                return new FormatMatch(0.9, "an element of the list is a paper");
            }
        }

        if (!elements.IsOpen)
        {
            return FormatMatch.None("does not begin with a JSON list");
        }

        var text = head.Bytes.Span;
        var isEmptyPage = elements.IsClosed && text.IndexOfAnyExcept(EmptyList) < 0 && text.Count((byte)'[') == 1;
        var isCutInFirst = elements.Current == 1 && text.IndexOf("\"paper\""u8) >= 0;
        return isEmptyPage || isCutInFirst
            ? new FormatMatch(0.4, isEmptyPage ? "an empty list, as the API gives past its last page" : "a list that begins with a paper")
            : FormatMatch.None("a JSON list, but none of its first elements is a Hugging Face paper");
    }

    public async IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var window = new ByteWindow();
        var elements = new ArraySplitter(window, JsonEntry.MaxBytes);
        while (true)
        {
            while (elements.TryRead(out var element))
            {
                var where = $"entry {element.Number}";
                yield return element.IsTooLong
                    ? ListingEntry.Reject(where, JsonEntry.TooLong)
                    : JsonEntry.Read(element.Bytes, where, HuggingFacePaper.ToEntry);
            }

            if (elements.IsClosed || window.Ended || (!elements.IsOpen && !window.Pending.IsEmpty))
            {
                break;
            }

            await window.FillAsync(content, cancellationToken);
        }

        if (await FindBreakAsync(elements, window, content, cancellationToken) is { } broken)
        {
            yield return broken;
        }
    }

    private static async Task<ListingEntry.Broken?> FindBreakAsync(
        ArraySplitter elements, ByteWindow window, Stream content, CancellationToken cancellationToken)
    {
        if (!elements.IsOpen)
        {
            return new("not a JSON list: give the answer of https://huggingface.co/api/daily_papers.", "the beginning");
        }

        if (!elements.IsClosed)
        {
            return new("the file ends in the middle of the list: fetch it again.", $"entry {elements.Current}");
        }

        while (window.Pending.Span.TrimStart(" \t\r\n"u8).IsEmpty && !window.Ended)
        {
            window.Consume(window.Pending.Length);
            await window.FillAsync(content, cancellationToken);
        }

        return window.Pending.Span.TrimStart(" \t\r\n"u8).IsEmpty
            ? null
            : new("something follows the end of the list and was not read: give one list a file.", "the end");
    }
}
