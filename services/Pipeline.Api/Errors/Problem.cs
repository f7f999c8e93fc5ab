using System.Diagnostics;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Api.Errors;

/// <summary>Why a request was not done: problem details of RFC 9457.</summary>
public sealed record Problem
{
    /// <summary>Media type of the answer.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>What kind of problem it is; never changes.</summary>
    public required string Type { get; init; }

    /// <summary>The kind in words.</summary>
    public required string Title { get; init; }

    /// <summary>Status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong, and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>The parameter that is wrong.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Parameter { get; init; }

    /// <summary>Under which the log knows the request.</summary>
    public string TraceId { get; init; } = "";

    /// <summary>Seconds after which it can be asked again; null when that helps nobody.</summary>
    [JsonIgnore]
    internal int? RetryAfter { get; init; }

    /// <summary>The answer.</summary>
    internal IResult Answer() => new ProblemAnswer(this);

    private sealed class ProblemAnswer(Problem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = problem.Status;
            response.Headers.CacheControl = "no-store";
            if (problem.RetryAfter is { } seconds)
            {
                response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            var traced = problem with { TraceId = Activity.Current?.TraceId.ToHexString() ?? httpContext.TraceIdentifier };
            return response.WriteAsJsonAsync(traced, PaperJson.Options, ContentType, httpContext.RequestAborted);
        }
    }
}
