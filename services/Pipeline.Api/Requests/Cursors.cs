using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Api.Requests;

/// <summary>Places in a list as opaque texts. A cursor fits the question it was given for and no other, and survives restarts.</summary>
/// <remarks>It grants nothing: whoever makes one up reads on from another place. The sum is against mistakes.</remarks>
internal static class Cursors
{
    /// <summary>Longest cursor, in characters.</summary>
    public const int MaxLength = 4_000;

    private const byte Form = 1;
    private const byte FormWithValue = 2;
    private const int SumBytes = 8;
    private const int HeadBytes = 1 + SumBytes;
    private const int ValueBytes = 8;
    private const int PlaceBytes = 8 + 4;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes a place among papers or claims.</summary>
    /// <param name="request">The request whose answer ends there.</param>
    /// <param name="place">The place.</param>
    public static string Write(HttpRequest request, ClaimPlace place)
    {
        var value = new byte[place.Value is null ? 0 : ValueBytes];
        if (place.Value is { } number)
        {
            BinaryPrimitives.WriteDoubleBigEndian(value, number);
        }

        byte[] rest = [.. value, .. BytesOf(place)];
        return Base64Url.EncodeToString([value.Length > 0 ? FormWithValue : Form, .. Sum(request, rest), .. rest]);
    }

    /// <summary>Writes a place among runs.</summary>
    /// <param name="request">The request whose answer ends there.</param>
    /// <param name="place">The place.</param>
    public static string WriteRun(HttpRequest request, RunPlace place) => Write(request, new ClaimPlace(new(place.CreatedAt, place.Id.ToString("D")), 0));

    /// <summary>Reads a place among papers or claims.</summary>
    /// <returns>Null when the text is no cursor, or one of another question.</returns>
    public static ClaimPlace? Read(HttpRequest request, string cursor)
    {
        if (cursor.Length > MaxLength || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        ReadOnlySpan<byte> bytes = Base64Url.DecodeFromChars(cursor);
        if (bytes.Length < HeadBytes || !Sum(request, bytes[HeadBytes..]).AsSpan().SequenceEqual(bytes.Slice(1, SumBytes)))
        {
            return null;
        }

        var rest = bytes[HeadBytes..];
        return (bytes[0], rest.Length) switch
        {
            (Form, >= PlaceBytes) => PlaceOf(rest),
            (FormWithValue, >= ValueBytes + PlaceBytes) when BinaryPrimitives.ReadDoubleBigEndian(rest) is var value && double.IsFinite(value)
                => PlaceOf(rest[ValueBytes..]) is { } place ? place with { Value = value } : null,
            _ => null,
        };
    }

    /// <summary>Reads a place among runs.</summary>
    /// <returns>Null when the text is no cursor, or one of another question.</returns>
    public static RunPlace? ReadRun(HttpRequest request, string cursor)
        => Read(request, cursor) is { } place && Guid.TryParseExact(place.Paper.PaperId, "D", out var id) ? new(place.Paper.ObservedAt, id) : null;

    private static byte[] BytesOf(ClaimPlace place)
    {
        var id = Strict.GetBytes(place.Paper.PaperId);
        var bytes = new byte[PlaceBytes + id.Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, place.Paper.ObservedAt.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), place.Index);
        id.CopyTo(bytes, PlaceBytes);
        return bytes;
    }

    private static ClaimPlace? PlaceOf(ReadOnlySpan<byte> bytes)
    {
        var at = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (at < DateTimeOffset.MinValue.ToUnixTimeMilliseconds() || at > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return null;
        }

        try
        {
            var id = Strict.GetString(bytes[PlaceBytes..]);
            return new(new(DateTimeOffset.FromUnixTimeMilliseconds(at), id), BinaryPrimitives.ReadInt32BigEndian(bytes[8..]));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Over the question and all that follows the sum itself.
    private static byte[] Sum(HttpRequest request, ReadOnlySpan<byte> rest)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Question(request)));
        hash.AppendData(rest);
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
