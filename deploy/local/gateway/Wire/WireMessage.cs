using System.Buffers.Binary;

namespace Pipeline.LocalMongo.Wire;

/// <summary>The operation codes of MongoDB's wire protocol that a driver still sends.</summary>
internal enum OpCode
{
    Reply = 1,
    Query = 2004,
    Message = 2013,
}

/// <summary>The bytes received are not a message this gateway can read; the connection is of no use any more.</summary>
internal sealed class WireException(string message) : Exception(message);

/// <summary>One request, as views into the frame it came in.</summary>
/// <param name="RequestId">The client's number for it; the reply repeats it.</param>
/// <param name="OpCode">Query or Message; the reply has to match.</param>
/// <param name="WantsReply">False when the client said that more is to come, that is, for unacknowledged writes.</param>
/// <param name="Body">The command, one BSON document.</param>
/// <param name="Documents">BSON documents one after the other, from a section of kind 1; empty when there is none.</param>
internal readonly record struct WireMessage(
    int RequestId, OpCode OpCode, bool WantsReply, ReadOnlyMemory<byte> Body, ReadOnlyMemory<byte> Documents)
{
    public const int HeaderBytes = 16;
    public const int MaxBytes = 48_000_000;

    private const uint ChecksumPresent = 1;
    private const uint MoreToCome = 2;

    /// <summary>Reads one whole frame, header included.</summary>
    /// <exception cref="WireException">The frame is malformed or of an operation that is not supported.</exception>
    public static WireMessage Parse(ReadOnlyMemory<byte> frame)
    {
        var requestId = Int32(frame, 4);
        var payload = frame[HeaderBytes..];

        return (OpCode)Int32(frame, 12) switch
        {
            OpCode.Message => ParseMessage(requestId, payload),
            OpCode.Query => ParseQuery(requestId, payload),
            var other => throw new WireException($"operation {(int)other} is not supported"),
        };
    }

    private static WireMessage ParseMessage(int requestId, ReadOnlyMemory<byte> payload)
    {
        var flags = (uint)Int32(payload, 0);
        var sections = (flags & ChecksumPresent) == 0 ? payload[4..] : Take(payload, 4, payload.Length - 8);
        ReadOnlyMemory<byte> body = default, documents = default;

        while (!sections.IsEmpty)
        {
            var size = Int32(sections, 1);
            var section = Take(sections, 1, size);
            switch (sections.Span[0])
            {
                case 0 when body.IsEmpty:
                    body = section;
                    break;
                case 1 when documents.IsEmpty:
                    documents = section[(4 + CStringBytes(section[4..]))..];
                    break;
                case var kind:
                    throw new WireException($"unexpected section of kind {kind}");
            }

            sections = sections[(1 + size)..];
        }

        return body.Length < 5
            ? throw new WireException("a message without a command")
            : new(requestId, OpCode.Message, (flags & MoreToCome) == 0, body, documents);
    }

    // Flags, collection name, two numbers, the command. Drivers use it for the very first hello only.
    private static WireMessage ParseQuery(int requestId, ReadOnlyMemory<byte> payload)
    {
        var rest = Take(payload, 4, payload.Length - 4);
        rest = rest[CStringBytes(rest)..];
        var size = Int32(rest, 8);

        return new(requestId, OpCode.Query, WantsReply: true, Take(rest, 8, size), default);
    }

    private static int CStringBytes(ReadOnlyMemory<byte> bytes)
    {
        var end = bytes.Span.IndexOf((byte)0);
        return end < 0 ? throw new WireException("a name without an end") : end + 1;
    }

    private static int Int32(ReadOnlyMemory<byte> bytes, int offset)
        => BinaryPrimitives.ReadInt32LittleEndian(Take(bytes, offset, 4).Span);

    private static ReadOnlyMemory<byte> Take(ReadOnlyMemory<byte> bytes, int offset, int length)
        => length < 4 || offset + (long)length > bytes.Length
            ? throw new WireException("a message that ends too early")
            : bytes.Slice(offset, length);
}
