using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Pipeline.Api.Errors;

namespace Pipeline.Api.Requests;

/// <summary>Bodies of requests, read strictly: what is not known is refused, so that a misspelt condition is not taken for none.</summary>
internal static class JsonBody
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Reads a body that must be there.</summary>
    public static async Task<(T? Body, Problem? Fault)> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            return (null, Problems.NotJson);
        }

        try
        {
            return await request.ReadFromJsonAsync<T>(Strict, cancellationToken) is { } read ? (read, null) : (null, Problems.BadBody("The body is null."));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // What cannot be read is named by its place; the reader's own words tell of types.
            return (null, Problems.BadBody($"It is not the JSON that /openapi/v1.json describes, at {(e as JsonException)?.Path ?? "$"}."));
        }
    }

    /// <summary>Reads a body that may be left out.</summary>
    public static async Task<(T? Body, Problem? Fault)> ReadOrNewAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class, new()
        => request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true && request.ContentLength != 0
            ? await ReadAsync<T>(request, cancellationToken)
            : (new(), null);
}
