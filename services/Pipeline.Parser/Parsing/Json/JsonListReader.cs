using System.Runtime.CompilerServices;
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

    // Until a list is met, the object is held: it may be the paper itself.
    private int _held;
    private bool _mayBePaper = true;

    private JsonListReader(JsonListShape shape) => _shape = shape;

    private string Place => _number == 0 ? "the beginning" : $"behind entry {_number}";

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
            var bytes => AsyncEnumerable.Repeat<ListingEntry>(JsonBreaks.NoJson(ListingText.Quote(FirstWords.OfContent(bytes) ?? "")), 1),
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
                yield return JsonBreaks.Trailing;
            }
        }
    }

    private async IAsyncEnumerable<ListingEntry> ReadObjectAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var frame = new JsonFrame(_shape);
        var hasList = false;
        FrameStep step;
        while ((step = await WalkAsync(frame, content, cancellationToken)) == FrameStep.List)
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

        var last = step != FrameStep.End ? [JsonBreaks.Frame(step == FrameStep.Fault, _window.Ended, Place)]
            : hasList ? []
            : ReadLone(_mayBePaper ? _window.Pending[.._held] : null);
        foreach (var entry in last)
        {
            yield return entry;
        }

        _window.Consume(_held);
    }

    // To the next list or the end; stops short where the file ends or a field is too long.
    private async ValueTask<FrameStep> WalkAsync(JsonFrame frame, Stream content, CancellationToken cancellationToken)
    {
        while (true)
        {
            var step = frame.Advance(_window.Pending.Span[_held..], out var walked);
            _held += walked;
            _mayBePaper &= _held <= JsonEntry.MaxBytes && step != FrameStep.List;
            if (!_mayBePaper)
            {
                _window.Consume(_held);
                _held = 0;
            }

            if (step != FrameStep.NeedsMore || _window.Ended || _window.Pending.Length - _held > JsonEntry.MaxBytes)
            {
                return step;
            }

            await _window.FillAsync(content, cancellationToken);
        }
    }

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
                yield return JsonBreaks.Cut(elements.Current);
                yield break;
            }

            await _window.FillAsync(content, cancellationToken);
        }
    }

    private IEnumerable<ListingEntry> ReadElement(RawElement element)
    {
        var where = $"{_shape.Noun} {element.Number}";
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
        var where = $"{_shape.Noun} 1";
        return lone is not { } bytes
            ? [ListingEntry.Reject(where, JsonEntry.TooLong)]
            : JsonEntry.ReadMany(bytes, where, (root, place) =>
                ServerError.In(root) is { } words ? [JsonBreaks.Error(words)]
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
}
