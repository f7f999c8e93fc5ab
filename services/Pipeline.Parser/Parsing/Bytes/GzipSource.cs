using System.Buffers.Binary;

namespace Pipeline.Parser.Parsing.Bytes;

/// <summary>The compressed side of a gzip file; remembers what tells whether it is whole.</summary>
/// <remarks>
/// The base library takes the end of a cut file for the end of its content. A member ends with the length of its content
/// (RFC 1952), which cut data do not hold there.
/// </remarks>
internal sealed class GzipSource(Stream compressed) : ReadOnceStream
{
    private const int LengthBytes = 4;
    private const int ShortestMember = 18;

    private readonly byte[] _last = new byte[LengthBytes];
    private bool _mayHaveMembers;

    /// <summary>Bytes taken so far.</summary>
    public long Taken { get; private set; }

    private static ReadOnlySpan<byte> MemberStart => [0x1F, 0x8B, 0x08];

    /// <summary>Whether a file that expanded to so many bytes ends as a whole one does. One of several members can only be checked roughly.</summary>
    public bool EndsAfter(long expanded)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(_last);
        return Taken >= ShortestMember && (length == (uint)expanded || (_mayHaveMembers && length < expanded));
    }

    public override int Read(Span<byte> buffer)
    {
        var read = compressed.Read(buffer);
        Note(buffer[..read]);
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await compressed.ReadAsync(buffer, cancellationToken);
        Note(buffer.Span[..read]);
        return read;
    }

    private void Note(ReadOnlySpan<byte> bytes)
    {
        // The seam between two reads may lie in the start of a member.
        Span<byte> seam = [.. _last, .. bytes[..Math.Min(bytes.Length, MemberStart.Length - 1)]];
        _mayHaveMembers |= Taken > LengthBytes && seam.IndexOf(MemberStart) >= 0;
        _mayHaveMembers |= bytes.Length > 1 && bytes[(Taken == 0 ? 1 : 0)..].IndexOf(MemberStart) >= 0;

        ReadOnlySpan<byte> tail = [.. _last, .. bytes[^Math.Min(bytes.Length, LengthBytes)..]];
        tail[^LengthBytes..].CopyTo(_last);
        Taken += bytes.Length;
    }
}
