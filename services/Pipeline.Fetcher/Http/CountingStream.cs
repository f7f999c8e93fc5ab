using System.Buffers.Binary;

namespace Pipeline.Fetcher.Http;

/// <summary>Counts the bytes that come over the network, and keeps the last ones.</summary>
internal sealed class CountingStream(Stream inner) : Stream
{
    private readonly byte[] _last = new byte[sizeof(uint)];

    /// <summary>Bytes read so far.</summary>
    public long Count { get; private set; }

    /// <summary>The last four bytes read, as gzip writes the length of what it compressed (RFC 1952, 2.3.1).</summary>
    public uint LastNumber => BinaryPrimitives.ReadUInt32LittleEndian(_last);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Count += read;
        var fresh = buffer.Span[Math.Max(0, read - _last.Length)..read];
        _last.AsSpan(fresh.Length).CopyTo(_last);
        fresh.CopyTo(_last.AsSpan(_last.Length - fresh.Length));
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The body of an answer is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
