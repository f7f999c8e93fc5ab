using Microsoft.AspNetCore.Http;

namespace Pipeline.Api.Errors;

/// <summary>Every kind of problem there is.</summary>
internal static class Problems
{
    private const string Prefix = "urn:pipeline:problem:";

    public static Problem BadParameter(string name, string detail)
        => Of(StatusCodes.Status400BadRequest, "bad-parameter", "A parameter is wrong", detail) with { Parameter = name };

    public static Problem BadBody(string detail) => Of(StatusCodes.Status400BadRequest, "bad-body", "The body cannot be read", detail);

    public static Problem BadBody(string property, string detail) => BadBody($"{property}: {detail}");

    public static Problem BadRequest { get; } = Of(
        StatusCodes.Status400BadRequest, "bad-request", "The request cannot be read", "Check the form of the request; /openapi/v1.json describes it.");

    public static Problem HostRefused { get; } = Of(
        StatusCodes.Status400BadRequest, "host-refused", "The host is not served", "This API listens on loopback: ask for 127.0.0.1, [::1] or localhost.");

    public static Problem NoSuchPath { get; } = Of(
        StatusCodes.Status404NotFound, "not-found", "There is nothing here", "No resource has this path; /openapi/v1.json lists those there are.");

    public static Problem NoSuch(string what, string see)
        => Of(StatusCodes.Status404NotFound, "not-found", "There is nothing here", $"No {what} has this id. See: {see}");

    public static Problem MethodRefused { get; } = Of(
        StatusCodes.Status405MethodNotAllowed, "method-not-allowed", "The method is not allowed", "The header Allow lists the methods of this path.");

    public static Problem KeyMissing { get; } = Of(
        StatusCodes.Status401Unauthorized, "key-missing", "A key is needed", "Send a key of Api:Keys in the header Authorization: Bearer KEY.");

    public static Problem KeyUnknown { get; } = Of(
        StatusCodes.Status401Unauthorized, "key-unknown", "The key is not known", "The header Authorization holds no key of Api:Keys. Write it as Bearer KEY.");

    public static Problem ScopeMissing { get; } = Of(
        StatusCodes.Status403Forbidden, "scope-missing", "The key may not do this", "What starts work, and subscriptions, need a key with Scope Operate in Api:Keys.");

    public static Problem Conflict(string detail) => Of(StatusCodes.Status409Conflict, "conflict", "It stands otherwise", detail);

    public static Problem NoMailServer(string detail) => Of(StatusCodes.Status409Conflict, "no-mail-server", "No mail can be sent", detail);

    public static Problem Trimmed(long trimmed) => Of(
        StatusCodes.Status410Gone,
        "changes-trimmed",
        "Changes are no longer kept",
        $"Entries up to {trimmed} are no longer kept. Read what papers are now with /papers, then go on with after={trimmed}.");

    public static Problem TooLarge { get; } = Of(
        StatusCodes.Status413PayloadTooLarge, "too-large", "The body is too large", "A body may have 64 KiB.");

    public static Problem NotJson { get; } = Of(
        StatusCodes.Status415UnsupportedMediaType, "not-json", "The body is no JSON", "Send the header Content-Type: application/json.");

    public static Problem TooMany(int seconds) => Of(
        StatusCodes.Status429TooManyRequests, "too-many-requests", "Too many requests", $"Ask again in {seconds} s. Api:RequestsPerMinute is the limit.")
        with { RetryAfter = seconds };

    public static Problem Internal { get; } = Of(
        StatusCodes.Status500InternalServerError, "internal", "It failed", "The log says why, under this traceId.");

    public static Problem StoreAway { get; } = Of(
        StatusCodes.Status503ServiceUnavailable, "store-away", "The store does not answer", "Ask again later; the log says why, under this traceId.")
        with { RetryAfter = 5 };

    public static Problem Busy { get; } = Of(
        StatusCodes.Status503ServiceUnavailable, "busy", "Too much is asked at once", "Ask again in 2 s. Api:ConcurrentRequests and Api:WaitingRequests are the limits.")
        with { RetryAfter = 2 };

    public static Problem FetcherAway { get; } = Of(
        StatusCodes.Status503ServiceUnavailable, "fetcher-away", "The broker hands it to nobody", "The fetch is kept, and begins when broker and Fetcher run; see the runs of the source.");

    public static Problem TookTooLong { get; } = Of(
        StatusCodes.Status504GatewayTimeout, "took-too-long", "It took too long", "Ask for less at a time. Api:RequestTimeout is the limit.");

    /// <summary>The problem of a status that was set without a body.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => NoSuchPath,
        StatusCodes.Status405MethodNotAllowed => MethodRefused,
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status415UnsupportedMediaType => NotJson,
        StatusCodes.Status504GatewayTimeout => TookTooLong,
        >= 500 => Internal,
        _ => BadRequest with { Status = status },
    };

    private static Problem Of(int status, string type, string title, string detail)
        => new() { Type = Prefix + type, Title = title, Status = status, Detail = detail };
}
