using System.Buffers;
using System.Buffers.Binary;

namespace Pipeline.LocalMongo.Wire;

/// <summary>Wraps a reply document into the frame that answers a request, in one write.</summary>
internal static class FrameWriter
{
    private const int MessagePrefix = WireMessage.HeaderBytes + 5; // flags, kind of the only section
    private const int ReplyPrefix = WireMessage.HeaderBytes + 20; // flags, cursor, first, count

    public static async ValueTask WriteAsync(
        Stream stream, WireMessage request, ReadOnlyMemory<byte> document, CancellationToken cancellationToken)
    {
        var prefix = request.OpCode == OpCode.Query ? ReplyPrefix : MessagePrefix;
        var length = prefix + document.Length;
        var frame = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            WritePrefix(frame.AsSpan(0, prefix), length, request);
            document.Span.CopyTo(frame.AsSpan(prefix));
            await stream.WriteAsync(frame.AsMemory(0, length), cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(frame);
        }
    }

    private static void WritePrefix(Span<byte> prefix, int length, WireMessage request)
    {
        var isQuery = request.OpCode == OpCode.Query;
        prefix.Clear();
        BinaryPrimitives.WriteInt32LittleEndian(prefix, length);
        BinaryPrimitives.WriteInt32LittleEndian(prefix[4..], request.RequestId);
        BinaryPrimitives.WriteInt32LittleEndian(prefix[8..], request.RequestId);
        BinaryPrimitives.WriteInt32LittleEndian(prefix[12..], (int)(isQuery ? OpCode.Reply : OpCode.Message));
        if (isQuery)
        {
            BinaryPrimitives.WriteInt32LittleEndian(prefix[32..], 1);
        }
    }
}
