using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Api.Requests;

/// <summary>Places in a list as opaque texts. A cursor fits the question it was given for and no other, and survives restarts.</summary>
/// <remarks>It grants nothing: whoever makes one up reads on from another place. The sum is against mistakes.</remarks>
internal static class Cursors
{
    /// <summary>Longest cursor, in characters.</summary>
    public const int MaxLength = 4_000;

    private const byte Form = 1;
    private const int SumBytes = 8;
    private const int HeadBytes = 1 + SumBytes + 8 + 4;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes a place.</summary>
    /// <param name="request">The request whose answer ends there.</param>
    /// <param name="place">The place.</param>
    public static string Write(HttpRequest request, ClaimPlace place)
    {
        var id = Strict.GetBytes(place.Paper.PaperId);
        var bytes = new byte[HeadBytes + id.Length];
        bytes[0] = Form;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1 + SumBytes), place.Paper.ObservedAt.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1 + SumBytes + 8), place.Index);
        id.CopyTo(bytes, HeadBytes);
        Sum(request, bytes).CopyTo(bytes, 1);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a place.</summary>
    /// <returns>Null when the text is no cursor, or one of another question.</returns>
    public static ClaimPlace? Read(HttpRequest request, string cursor)
    {
        if (cursor.Length > MaxLength || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(cursor);
        if (bytes.Length < HeadBytes || bytes[0] != Form || !Sum(request, bytes).AsSpan().SequenceEqual(bytes.AsSpan(1, SumBytes)))
        {
            return null;
        }

        var at = BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(1 + SumBytes));
        if (at < DateTimeOffset.MinValue.ToUnixTimeMilliseconds() || at > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return null;
        }

        try
        {
            var id = Strict.GetString(bytes.AsSpan(HeadBytes));
            return new(new(DateTimeOffset.FromUnixTimeMilliseconds(at), id), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(1 + SumBytes + 8)));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Over the question and all that follows the sum itself.
    private static byte[] Sum(HttpRequest request, ReadOnlySpan<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Question(request)));
        hash.AppendData(bytes[(1 + SumBytes)..]);
        return hash.GetHashAndReset()[..SumBytes];
    }

    // Lengths keep one value from passing for two.
    private static string Question(HttpRequest request)
    {
        var parts = request.Query
            .Where(pair => pair.Key is not ("cursor" or "limit"))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(pair => pair.Value.Select(value => $"{pair.Key.Length}:{pair.Key}={value?.Length}:{value};"));
        return $"{request.Path.Value?.Length}:{request.Path.Value}?{string.Concat(parts)}";
    }
}
