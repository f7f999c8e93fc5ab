using System.Text;

namespace Pipeline.Parser.Parsing.Xml;

/// <summary>The part of an XML document that has been decoded but not yet understood. Grows while nothing is consumed.</summary>
internal sealed class CharWindow(Stream content)
{
    private const int Chunk = 32 * 1024;

    private readonly byte[] _bytes = new byte[Chunk];
    private char[] _buffer = new char[2 * Chunk];
    private int _start;
    private int _end;
    private Decoder? _decoder;

    /// <summary>Characters not yet consumed; valid until the next <see cref="GrowAsync"/>.</summary>
    public ReadOnlySpan<char> Pending => _buffer.AsSpan(_start.._end);

    /// <summary>Whether nothing follows <see cref="Pending"/>.</summary>
    public bool Ended { get; private set; }

    /// <summary>Takes characters off the front. Spans handed out before stay valid until the next <see cref="GrowAsync"/>.</summary>
    public void Consume(int count) => _start += count;

    /// <summary>Reads until twice as much is pending, so that looking at it again and again stays linear.</summary>
    public async ValueTask GrowAsync(CancellationToken cancellationToken)
    {
        var enough = 2 * (_end - _start);
        do
        {
            await FillAsync(cancellationToken);
        }
        while (!Ended && _end - _start < enough);
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        // The first bytes are wanted together: they declare the encoding.
        var least = _decoder is null ? XmlEncoding.BytesLookedAt : 1;
        var read = await content.ReadAtLeastAsync(_bytes, least, throwOnEndOfStream: false, cancellationToken);
        Ended = read < least;
        _decoder ??= XmlEncoding.Of(_bytes.AsSpan(0, read)).GetDecoder();
        MakeRoom(_decoder.GetCharCount(_bytes.AsSpan(0, read), Ended));
        _end += _decoder.GetChars(_bytes.AsSpan(0, read), _buffer.AsSpan(_end), Ended);
    }

    private void MakeRoom(int count)
    {
        if (_start > 0)
        {
            Pending.CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end + count > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _end + count));
        }
    }
}
