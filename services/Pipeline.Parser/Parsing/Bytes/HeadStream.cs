namespace Pipeline.Parser.Parsing.Bytes;

/// <summary>A stream whose beginning has been looked at already: gives that beginning first, then the rest.</summary>
/// <remarks>Does not own the rest: disposing it leaves the inner stream open.</remarks>
internal sealed class HeadStream(ListingHead head, Stream rest) : ReadOnceStream
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private int _given;

    /// <summary>Reads the beginning, and drops a byte order mark of UTF-8.</summary>
    public static async Task<ListingHead> PeekAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        var bytes = new byte[ListingHead.MaxBytes];
        var length = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        var start = bytes.AsSpan(0, length).StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        return new ListingHead(name, bytes.AsMemory(start..length), IsWhole: length < bytes.Length);
    }

    public override int Read(Span<byte> buffer) => TakeFromHead(buffer) is > 0 and var taken ? taken : rest.Read(buffer);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => TakeFromHead(buffer.Span) is > 0 and var taken ? taken : await rest.ReadAsync(buffer, cancellationToken);

    private int TakeFromHead(Span<byte> buffer)
    {
        var left = head.Bytes.Span[_given..];
        var taken = Math.Min(left.Length, buffer.Length);
        left[..taken].CopyTo(buffer);
        _given += taken;
        return taken;
    }
}
