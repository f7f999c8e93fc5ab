namespace Pipeline.Parser.Parsing.Bytes;

/// <summary>The part of a byte stream that has been read but not yet understood. Grows while nothing is consumed.</summary>
internal sealed class ByteWindow
{
    private const int Chunk = 64 * 1024;

    private byte[] _buffer;
    private int _start;
    private int _end;

    public ByteWindow() => _buffer = new byte[Chunk];

    private ByteWindow(byte[] buffer) => (_buffer, _end) = (buffer, buffer.Length);

    /// <summary>Bytes not yet consumed; valid until the next <see cref="FillAsync"/>.</summary>
    public ReadOnlyMemory<byte> Pending => _buffer.AsMemory(_start.._end);

    /// <summary>Whether nothing follows <see cref="Pending"/>.</summary>
    public bool Ended { get; private set; }

    /// <summary>A window on bytes already at hand.</summary>
    public static ByteWindow Over(ListingHead head) => new(head.Bytes.ToArray()) { Ended = head.IsWhole };

    /// <summary>Takes bytes off the front. Memory handed out before stays valid until the next <see cref="FillAsync"/>.</summary>
    public void Consume(int count) => _start += count;

    /// <summary>Reads some more bytes, or finds that there are none.</summary>
    public async ValueTask FillAsync(Stream content, CancellationToken cancellationToken)
    {
        MakeRoom();
        var read = await content.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        Ended = read == 0;
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            Pending.CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        // Doubling keeps the copying linear in what is read.
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
    }
}
