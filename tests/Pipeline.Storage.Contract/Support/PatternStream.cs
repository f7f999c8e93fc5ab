namespace Pipeline.Storage.Contract;

/// <summary>So many bytes of a fixed pattern, made while they are read, in uneven pieces; cannot seek.</summary>
/// <param name="length">Bytes in all.</param>
/// <param name="breaksAt">Byte at which reading fails, as a lost connection would; -1 for never.</param>
public sealed class PatternStream(long length, long breaksAt = -1) : Stream
{
    private const int LargestPiece = 33_333;

    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_position == breaksAt)
        {
            throw new IOException("The connection was lost.");
        }

        var end = breaksAt < 0 ? length : Math.Min(length, breaksAt);
        var count = (int)Math.Min(Math.Min(buffer.Length, LargestPiece), end - _position);
        for (var i = 0; i < count; i++)
        {
            buffer[i] = (byte)((_position + i) * 31 >> 3);
        }

        _position += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
