using System.Runtime.CompilerServices;
using System.Text;
using Pipeline.Parser.Parsing.Bytes;
using Pipeline.Parser.Parsing.Detection;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.Json;

/// <summary>Streams the papers of a JSON answer: a bare list, a list inside an object, or one object alone.</summary>
/// <remarks>
/// Holds one element, or one field beside the list, of at most 8 MB. A malformed element is rejected by its number and does not spoil
/// those behind it.
/// </remarks>
internal sealed class JsonListReader
{
    private readonly ByteWindow _window = new();
    private readonly JsonListShape _shape;
    private int _number;

    private JsonListReader(JsonListShape shape) => _shape = shape;

    /// <summary>Reads to the end of the content, or to where it breaks off.</summary>
    public static async IAsyncEnumerable<ListingEntry> ReadAsync(
        Stream content, JsonListShape shape, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new JsonListReader(shape);
        await reader.SkipSpaceAsync(content, cancellationToken);
        var entries = reader._window.Pending.Span switch
        {
            [(byte)'[', ..] => reader.ReadElementsAsync(new ArraySplitter(reader._window, JsonEntry.MaxBytes), content, cancellationToken),
            [(byte)'{', ..] => reader.ReadObjectAsync(content, cancellationToken),
            var bytes => AsyncEnumerable.Repeat<ListingEntry>(Broken.NoJson(ListingText.Quote(FirstWords.Of(Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, FirstWords.MaxLength)])) ?? "")), 1),
        };

        var isBroken = false;
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            isBroken |= entry is ListingEntry.Broken;
            yield return entry;
        }

        if (!isBroken)
        {
            await reader.SkipSpaceAsync(content, cancellationToken);
            if (!reader._window.Pending.IsEmpty)
            {
                yield return Broken.Trailing;
            }
        }
    }

    private async IAsyncEnumerable<ListingEntry> ReadObjectAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var frame = new JsonFrame(_shape.Lists);

        // Until a list is met, the object is held: it may be the paper itself.
        var (held, mayBePaper, hasList) = (0, true, false);
        while (true)
        {
            var step = frame.Advance(_window.Pending.Span[held..], out var walked);
            held += walked;
            mayBePaper &= held <= JsonEntry.MaxBytes && step != FrameStep.List;
            if (step == FrameStep.End)
            {
                break;
            }

            if (!mayBePaper)
            {
                _window.Consume(held);
                held = 0;
            }

            if (step == FrameStep.List)
            {
                hasList = true;
                var elements = new ArraySplitter(_window, JsonEntry.MaxBytes, isOpen: true, before: _number);
                await foreach (var entry in ReadElementsAsync(elements, content, cancellationToken))
                {
                    yield return entry;
                }

                if (!elements.IsClosed)
                {
                    yield break;
                }

                frame.CloseList();
            }
            else if (step == FrameStep.Fault || _window.Ended || _window.Pending.Length - held > JsonEntry.MaxBytes)
            {
                yield return Broken.Frame(step == FrameStep.Fault, _window.Ended, Place);
                yield break;
            }
            else
            {
                await _window.FillAsync(content, cancellationToken);
            }
        }

        foreach (var entry in hasList ? [] : ReadLone(mayBePaper ? _window.Pending[..held] : null))
        {
            yield return entry;
        }

        _window.Consume(held);
    }

    private string Place => _number == 0 ? "the beginning" : $"behind entry {_number}";

    private async IAsyncEnumerable<ListingEntry> ReadElementsAsync(
        ArraySplitter elements, Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            while (elements.TryRead(out var element))
            {
                _number = element.Number;
                foreach (var entry in ReadElement(element))
                {
                    yield return entry;
                }
            }

            if (elements.IsClosed)
            {
                yield break;
            }

            if (_window.Ended)
            {
                yield return Broken.Cut(elements.Current);
                yield break;
            }

            await _window.FillAsync(content, cancellationToken);
        }
    }

    private IEnumerable<ListingEntry> ReadElement(RawElement element)
    {
        var where = $"entry {element.Number}";
        if (element.IsTooLong)
        {
            return [ListingEntry.Reject(where, JsonEntry.TooLong)];
        }

        return _shape.PassesNulls && element.Bytes.Span.Trim(" \t\r\n"u8).SequenceEqual("null"u8)
            ? []
            : JsonEntry.ReadMany(element.Bytes, where, _shape.Read);
    }

    private IEnumerable<ListingEntry> ReadLone(ReadOnlyMemory<byte>? lone)
    {
        const string where = "entry 1";
        return lone is not { } bytes
            ? [ListingEntry.Reject(where, JsonEntry.TooLong)]
            : JsonEntry.ReadMany(bytes, where, (root, place) =>
                ServerError.In(root) is { } words ? [Broken.Error(words)]
                : _shape.IsEmptyAnswer(root) ? []
                : _shape.Read(root, place));
    }

    private async ValueTask SkipSpaceAsync(Stream content, CancellationToken cancellationToken)
    {
        while (true)
        {
            var pending = _window.Pending.Span;
            _window.Consume(pending.Length - pending.TrimStart(" \t\r\n"u8).Length);
            if (!_window.Pending.IsEmpty || _window.Ended)
            {
                return;
            }

            await _window.FillAsync(content, cancellationToken);
        }
    }

    private static class Broken
    {
        public static readonly ListingEntry.Broken Trailing
            = new("something follows the end of the list and was not read: give one list a file.", "the end");

        public static ListingEntry.Broken NoJson(string words)
            => new($"not a JSON list or object, it begins {words}: give the source's JSON answer.", "the beginning");

        public static ListingEntry.Broken Cut(int number) => new("the file ends in the middle of the list: fetch it again.", $"entry {number}");

        public static ListingEntry.Broken Error(string words)
            => new($"the server answered with an error, {words}: correct what was asked, or fetch it again.", "the beginning");

        public static ListingEntry.Broken Frame(bool isFault, bool isCut, string where) => new(
            isFault ? "what stands beside the list is not valid JSON, or nested deeper than 64 levels: correct it, or fetch it again."
            : isCut ? "the file ends before its last bracket: fetch it again."
            : "a field beside the list is longer than 8 MB, which no list of papers needs: remove it.",
            where);
    }
}
