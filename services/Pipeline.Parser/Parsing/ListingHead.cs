using Pipeline.Parser.Parsing.Json;

namespace Pipeline.Parser.Parsing;

/// <summary>The beginning of a listing: what its format is told by.</summary>
/// <param name="Name">File name or address; may hint at the format.</param>
/// <param name="Bytes">First bytes without a byte order mark of UTF-8; at most <see cref="MaxBytes"/>.</param>
/// <param name="IsWhole">Whether this is all there is.</param>
public sealed record ListingHead(string Name, ReadOnlyMemory<byte> Bytes, bool IsWhole)
{
    /// <summary>Longest head looked at, in bytes.</summary>
    public const int MaxBytes = 64 * 1024;

    private JsonOutline? _json;

    /// <summary>What stands where if it is JSON; worked out once for all formats that ask.</summary>
    internal JsonOutline Json => _json ??= JsonOutline.Of(this);
}
