using System.Buffers.Binary;
using System.Text;
using MongoDB.Bson;

namespace Pipeline.LocalMongo.Tests.Support;

/// <summary>Frames as a driver would send them.</summary>
internal static class Some
{
    public static readonly BsonDocument Ping = new() { { "ping", 1 }, { "$db", "admin" } };

    /// <summary>An OP_MSG with the command in a section of kind 0 and, if given, documents in one of kind 1.</summary>
    public static byte[] Message(BsonDocument command, uint flags = 0, string? listName = null, params BsonDocument[] documents)
    {
        List<byte> payload = [.. Int32((int)flags), 0, .. command.ToBson()];
        if (listName is not null)
        {
            byte[] list = [.. Encoding.ASCII.GetBytes(listName), 0, .. documents.SelectMany(d => d.ToBson())];
            payload.AddRange([1, .. Int32(4 + list.Length), .. list]);
        }

        if ((flags & 1) != 0)
        {
            payload.AddRange([0xAA, 0xBB, 0xCC, 0xDD]); // a checksum, which nobody checks
        }

        return Frame(2013, [.. payload]);
    }

    /// <summary>An OP_QUERY as drivers begin a connection with.</summary>
    public static byte[] Query(BsonDocument command)
        => Frame(2004, [.. Int32(0), .. "admin.$cmd\0"u8, .. Int32(0), .. Int32(-1), .. command.ToBson()]);

    public static byte[] Frame(int opCode, byte[] payload)
        => [.. Int32(16 + payload.Length), .. Int32(77), .. Int32(0), .. Int32(opCode), .. payload];

    private static byte[] Int32(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
