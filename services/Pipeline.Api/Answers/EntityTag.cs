using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Pipeline.Api.Answers;

/// <summary>Tells whether a client has what it would get. Weak, because an answer may be compressed on its way.</summary>
internal static class EntityTag
{
    private const int HashBytes = 16;

    public static EntityTagHeaderValue Of(ReadOnlySpan<byte> body)
        => new($"\"{Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, HashBytes))}\"", isWeak: true);

    /// <summary>Whether the client has this very answer already. A tag decides alone where one is sent.</summary>
    public static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag, DateTimeOffset? lastModified)
    {
        var headers = request.GetTypedHeaders();
        return headers.IfNoneMatch is { Count: > 0 } known
            ? known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false))
            : lastModified is { } modified && headers.IfModifiedSince is { } since && WholeSeconds(modified) <= since;
    }

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => time.AddTicks(-(time.UtcTicks % TimeSpan.TicksPerSecond));
}
