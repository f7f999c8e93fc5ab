namespace Pipeline.Parser.Parsing.Bytes;

/// <summary>A stream whose beginning has been looked at already: gives that beginning first, then the rest.</summary>
/// <remarks>Does not own the rest: disposing it leaves the inner stream open.</remarks>
internal sealed class HeadStream(ListingHead head, Stream rest) : Stream
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private int _given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Reads the beginning, and drops a byte order mark of UTF-8.</summary>
    public static async Task<ListingHead> PeekAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        var bytes = new byte[ListingHead.MaxBytes];
        var length = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        var start = bytes.AsSpan(0, length).StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        return new ListingHead(name, bytes.AsMemory(start..length), IsWhole: length < bytes.Length);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => TakeFromHead(buffer.Span) is > 0 and var taken ? taken : await rest.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
        => TakeFromHead(buffer.AsSpan(offset, count)) is > 0 and var taken ? taken : rest.Read(buffer, offset, count);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int TakeFromHead(Span<byte> buffer)
    {
        var left = head.Bytes.Span[_given..];
        var taken = Math.Min(left.Length, buffer.Length);
        left[..taken].CopyTo(buffer);
        _given += taken;
        return taken;
    }
}
