using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Ids derived from what they name, so that doing a thing again gives the same id (UUID version 5, RFC 9562).</summary>
public static class DeterministicId
{
    // Namespace of all ids of this product; changing it changes every id ever given.
    private static readonly byte[] Namespace = Convert.FromHexString("6f1f3a5e0c4b5d6a9a3f2b7c8d9e0f11");

    /// <summary>Derives an id from its parts, in order. Parts may hold any text: their lengths are part of the name.</summary>
    public static Guid From(params ReadOnlySpan<string> parts)
    {
        using var sha1 = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        sha1.AppendData(Namespace);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            sha1.AppendData(length);
            sha1.AppendData(bytes);
        }

        Span<byte> hash = stackalloc byte[20];
        sha1.GetHashAndReset(hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
