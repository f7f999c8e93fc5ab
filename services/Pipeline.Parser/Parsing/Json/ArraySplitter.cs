using System.Buffers;
using Pipeline.Parser.Parsing.Bytes;

namespace Pipeline.Parser.Parsing.Json;

/// <summary>One element of a JSON list, not yet parsed.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Bytes">Its bytes; empty when it is too long. Valid until the next bytes are read.</param>
/// <param name="IsTooLong">Whether it was over the limit and has been skipped.</param>
internal readonly record struct RawElement(int Number, ReadOnlyMemory<byte> Bytes, bool IsTooLong);

/// <summary>Cuts a JSON list into its elements, without understanding or holding more than one of them.</summary>
/// <remarks>Counts brackets outside strings, so that one malformed element does not spoil those behind it.</remarks>
/// <param name="window">The bytes.</param>
/// <param name="maxBytes">Longest element held.</param>
/// <param name="isOpen">Whether the list's first bracket has been taken off the window already.</param>
/// <param name="before">Elements of other lists that were numbered before.</param>
internal sealed class ArraySplitter(ByteWindow window, int maxBytes, bool isOpen = false, int before = 0)
{
    private static readonly SearchValues<byte> Structural = SearchValues.Create("\"[]{},"u8);
    private static readonly SearchValues<byte> StringEnds = SearchValues.Create("\"\\"u8);

    private readonly int _before = before;
    private int _number = before;
    private int _depth;
    private int _scanned;
    private bool _inString;
    private bool _escaped;
    private bool _skipping;

    /// <summary>Whether the list's first bracket has been read.</summary>
    public bool IsOpen { get; private set; } = isOpen;

    /// <summary>Whether its last bracket has been read.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Number of the element being read, from 1.</summary>
    public int Current => _number + 1;

    /// <summary>Takes the next element off the window.</summary>
    /// <returns>False when the window holds no complete element, or the list is closed.</returns>
    public bool TryRead(out RawElement element)
    {
        element = default;
        if (IsClosed || !(IsOpen || TryOpen()))
        {
            return false;
        }

        var pending = window.Pending.Span;
        while (_scanned < pending.Length)
        {
            if (_inString)
            {
                ScanString(pending);
            }
            else if (ScanToEnd(pending) is >= 0 and var length)
            {
                IsClosed = pending[length] == ']';
                var isEmptyList = IsClosed && _number == _before && IsBlank(pending[..length]) && !_skipping;
                element = Take(length);
                return !isEmptyList;
            }
        }

        SkipWhenTooLong();
        return false;
    }

    private bool TryOpen()
    {
        var space = window.Pending.Length - window.Pending.Span.TrimStart(" \t\r\n"u8).Length;
        window.Consume(space);
        IsOpen = window.Pending.Span.StartsWith("["u8);
        window.Consume(IsOpen ? 1 : 0);
        return IsOpen;
    }

    private void ScanString(ReadOnlySpan<byte> pending)
    {
        if (_escaped)
        {
            _escaped = false;
            _scanned++;
            return;
        }

        var at = pending[_scanned..].IndexOfAny(StringEnds);
        if (at < 0)
        {
            _scanned = pending.Length;
            return;
        }

        _escaped = pending[_scanned + at] == '\\';
        _inString = _escaped;
        _scanned += at + 1;
    }

    // Index of the comma or bracket that ends the element, or -1.
    private int ScanToEnd(ReadOnlySpan<byte> pending)
    {
        var at = pending[_scanned..].IndexOfAny(Structural);
        if (at < 0)
        {
            _scanned = pending.Length;
            return -1;
        }

        at += _scanned;
        var sign = pending[at];
        if (_depth == 0 && sign is ((byte)',' or (byte)']'))
        {
            return at;
        }

        _scanned = at + 1;
        _inString = sign == '"';
        _depth += sign is (byte)'[' or (byte)'{' ? 1 : sign is (byte)']' or (byte)'}' ? -1 : 0;
        _depth = Math.Max(_depth, 0);
        return -1;
    }

    private void SkipWhenTooLong()
    {
        if (_scanned > maxBytes)
        {
            _skipping = true;
            window.Consume(_scanned);
            _scanned = 0;
        }
    }

    private RawElement Take(int length)
    {
        var tooLong = _skipping || length > maxBytes;
        var element = new RawElement(++_number, tooLong ? default : window.Pending[..length], tooLong);
        window.Consume(length + 1);
        (_scanned, _skipping) = (0, false);
        return element;
    }

    private static bool IsBlank(ReadOnlySpan<byte> bytes) => bytes.TrimStart(" \t\r\n"u8).IsEmpty;
}
