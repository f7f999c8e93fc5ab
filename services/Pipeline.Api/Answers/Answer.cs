using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Api.Answers;

/// <summary>What was asked for, or 304 when the client has it.</summary>
internal sealed class Answer(ReadOnlyMemory<byte> body, string contentType, DateTimeOffset? lastModified = null) : IResult
{
    public const string Json = "application/json; charset=utf-8";

    /// <summary>A value as JSON.</summary>
    public static Answer Of<T>(T value) => new(JsonSerializer.SerializeToUtf8Bytes(value, PaperJson.Options), Json);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var tag = EntityTag.Of(body.Span);
        response.GetTypedHeaders().ETag = tag;
        response.GetTypedHeaders().LastModified = lastModified;

        // Kept by the client alone, who asks each time whether it still holds.
        response.Headers.CacheControl = "private, no-cache";
        if (EntityTag.IsKnown(httpContext.Request, tag, lastModified))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = contentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
