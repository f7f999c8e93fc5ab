using System.Buffers.Binary;
using Pipeline.LocalMongo.Wire;

namespace Pipeline.LocalMongo.Engine;

/// <summary>Puts MongoDB's codes into the engine's reports of failed writes, in place.</summary>
internal static class WriteErrors
{
    /// <returns>The codes found, in order; empty when every write went well.</returns>
    public static IReadOnlyList<int> Translate(byte[] reply)
    {
        if (new BsonView(reply).Find("writeErrors"u8) is not { Type: BsonItem.Array } errors)
        {
            return [];
        }

        var codes = new List<int>();
        foreach (var error in errors.AsDocument())
        {
            if (error.Type == BsonItem.Document && error.AsDocument().Find("code"u8) is { Type: 0x10 } code)
            {
                codes.Add(ErrorCodes.FromPacked((int)code.AsInt64()));
                BinaryPrimitives.WriteInt32LittleEndian(System.Runtime.InteropServices.MemoryMarshal.AsMemory(code.Value).Span, codes[^1]);
            }
        }

        return codes;
    }
}
