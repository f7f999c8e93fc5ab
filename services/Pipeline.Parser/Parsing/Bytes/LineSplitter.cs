namespace Pipeline.Parser.Parsing.Bytes;

/// <summary>One line of a file.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Bytes">The line without its end; empty when it is too long. Valid until the next bytes are read.</param>
/// <param name="IsTooLong">Whether it was over the limit and has been skipped.</param>
/// <param name="HasEnd">Whether a line end closes it; false only for the last line.</param>
internal readonly record struct RawLine(int Number, ReadOnlyMemory<byte> Bytes, bool IsTooLong, bool HasEnd);

/// <summary>Cuts bytes into lines at LF, CR LF or CR, without ever holding a line over the limit.</summary>
/// <param name="window">The bytes.</param>
/// <param name="maxBytes">Longest line held, in bytes without its end.</param>
internal sealed class LineSplitter(ByteWindow window, int maxBytes)
{
    private int _number;
    private int _scanned;
    private bool _skipping;
    private bool _afterReturn;

    /// <summary>Streams the lines of a file.</summary>
    public static async IAsyncEnumerable<RawLine> ReadAsync(
        Stream content, int maxBytes, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var window = new ByteWindow();
        var lines = new LineSplitter(window, maxBytes);
        while (true)
        {
            while (lines.TryRead(out var line))
            {
                yield return line;
            }

            if (window.Ended)
            {
                yield break;
            }

            await window.FillAsync(content, cancellationToken);
        }
    }

    /// <summary>Takes the next line off the window.</summary>
    /// <returns>False when the window holds no complete line, or nothing more.</returns>
    public bool TryRead(out RawLine line)
    {
        SkipSecondHalfOfLineEnd();
        var pending = window.Pending.Span;
        var end = pending[_scanned..].IndexOfAny((byte)'\n', (byte)'\r');
        if (end >= 0)
        {
            end += _scanned;
            _afterReturn = pending[end] == '\r';
            line = Take(end, endLength: 1);
            return true;
        }

        _scanned = pending.Length;
        if (_scanned > maxBytes)
        {
            _skipping = true;
            window.Consume(_scanned);
            _scanned = 0;
        }

        var last = window.Ended && (_scanned > 0 || _skipping);
        line = last ? Take(_scanned, endLength: 0) : default;
        return last;
    }

    private void SkipSecondHalfOfLineEnd()
    {
        if (_afterReturn && !window.Pending.IsEmpty)
        {
            _afterReturn = false;
            if (window.Pending.Span[0] == '\n')
            {
                window.Consume(1);
            }
        }
    }

    private RawLine Take(int length, int endLength)
    {
        var tooLong = _skipping || length > maxBytes;
        var line = new RawLine(++_number, tooLong ? default : window.Pending[..length], tooLong, HasEnd: endLength > 0);
        window.Consume(length + endLength);
        (_scanned, _skipping) = (0, false);
        return line;
    }
}
