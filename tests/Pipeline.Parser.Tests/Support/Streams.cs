namespace Pipeline.Parser.Tests.Support;

/// <summary>A stream that cannot seek and gives a few bytes a time, as a network does.</summary>
internal sealed class DrippingStream(byte[] bytes, int most) : ForwardStream
{
    private int _given;

    protected override int Give(Span<byte> buffer)
    {
        var count = Math.Min(Math.Min(most, buffer.Length), bytes.Length - _given);
        bytes.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }
}

/// <summary>A stream that repeats a piece until a length is reached, and is never in memory as a whole.</summary>
internal sealed class RepeatingStream(Func<int, byte[]> piece, long length) : ForwardStream
{
    private byte[] _piece = [];
    private int _number;
    private int _offset;
    private long _given;

    protected override int Give(Span<byte> buffer)
    {
        if (_offset == _piece.Length)
        {
            (_piece, _offset) = (_given >= length ? [] : piece(_number++), 0);
        }

        var count = Math.Min(buffer.Length, _piece.Length - _offset);
        _piece.AsSpan(_offset, count).CopyTo(buffer);
        _offset += count;
        _given += count;
        return count;
    }
}

/// <summary>A stream that is only read, once, from start to end.</summary>
internal abstract class ForwardStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Give(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Give(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected abstract int Give(Span<byte> buffer);
}
