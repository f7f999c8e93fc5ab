using System.Buffers;
using System.Text;
using Pipeline.Parser.Parsing.Bytes;
using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.Html;

/// <summary>The value of one attribute of a page as a stream: its character references are decoded while it is read, so that it may be of any length.</summary>
/// <param name="window">The page, standing at the first byte of the value; behind the value, and its quotation mark, afterwards.</param>
/// <param name="page">What follows the window.</param>
/// <param name="quote">The quotation mark that ends the value.</param>
internal sealed class AttributeValue(ByteWindow window, Stream page, byte quote) : ReadOnceStream
{
    private const int LongestReference = 40;

    // The longest text of a reference: two characters of four bytes each.
    private const int LongestDecoded = 8;

    private static readonly (byte[] Written, byte Meant)[] Usual =
    [
        ("&quot;"u8.ToArray(), (byte)'"'), ("&amp;"u8.ToArray(), (byte)'&'), ("&lt;"u8.ToArray(), (byte)'<'), ("&gt;"u8.ToArray(), (byte)'>'), ("&#39;"u8.ToArray(), (byte)'\''),
    ];

    private readonly SearchValues<byte> _signs = SearchValues.Create([quote, (byte)'&']);
    private readonly byte[] _decoded = new byte[LongestDecoded];
    private int _left;

    /// <summary>Whether the quotation mark at its end has been read; without one the page ends in it.</summary>
    public bool IsClosed { get; private set; }

    public override int Read(Span<byte> buffer) => throw new NotSupportedException();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var given = Give(buffer.Span);
            if (given > 0 || IsClosed || window is { Ended: true, Pending.IsEmpty: true } || buffer.IsEmpty)
            {
                return given;
            }

            await window.FillAsync(page, cancellationToken);
        }
    }

    private int Give(Span<byte> buffer)
    {
        var given = GiveLeft(buffer);
        while (given < buffer.Length && !IsClosed && !window.Pending.IsEmpty)
        {
            var pending = window.Pending.Span;
            var sign = pending.IndexOfAny(_signs);
            var plain = Math.Min(sign < 0 ? pending.Length : sign, buffer.Length - given);
            pending[..plain].CopyTo(buffer[given..]);
            window.Consume(plain);
            given += plain;
            if (plain == sign && !TakeSign())
            {
                break;
            }

            given += GiveLeft(buffer[given..]);
        }

        return given;
    }

    private int GiveLeft(Span<byte> buffer)
    {
        var count = Math.Min(_left, buffer.Length);
        _decoded.AsSpan(0, count).CopyTo(buffer);
        _decoded.AsSpan(count, _left - count).CopyTo(_decoded);
        _left -= count;
        return count;
    }

    // False when the bytes at hand do not tell what it is.
    private bool TakeSign()
    {
        var pending = window.Pending.Span;
        if (pending[0] == quote)
        {
            IsClosed = true;
            window.Consume(1);
            return true;
        }

        var reference = pending[..Math.Min(pending.Length, LongestReference)];
        var end = reference.IndexOf((byte)';');
        if (end < 0 && reference.Length < LongestReference && !window.Ended)
        {
            return false;
        }

        (_left, var length) = Decode(end < 0 ? [] : reference[..(end + 1)]);
        window.Consume(length);
        return true;
    }

    // An ampersand that begins no reference stands for itself.
    private (int Decoded, int Length) Decode(ReadOnlySpan<byte> reference)
    {
        foreach (var (written, meant) in Usual)
        {
            if (reference.SequenceEqual(written))
            {
                _decoded[0] = meant;
                return (1, written.Length);
            }
        }

        if (reference.Length > 2 && XmlRepair.Decode(Encoding.Latin1.GetString(reference[1..^1])) is { } text && Encoding.UTF8.TryGetBytes(text, _decoded, out var count))
        {
            return (count, reference.Length);
        }

        _decoded[0] = (byte)'&';
        return (1, 1);
    }
}
