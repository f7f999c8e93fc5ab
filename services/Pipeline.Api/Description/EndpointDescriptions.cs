using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Pipeline.Api.Access;
using Pipeline.Api.Errors;
using Pipeline.Api.Requests;

namespace Pipeline.Api.Description;

/// <summary>What endpoints say of themselves.</summary>
internal static class EndpointDescriptions
{
    /// <summary>Name, group and purpose of an endpoint that is read.</summary>
    public static RouteHandlerBuilder Reads<T>(this RouteHandlerBuilder endpoint, string name, string group, string summary)
        => endpoint.WithName(name).WithTags(group).WithSummary(summary)
            .Produces<T>(StatusCodes.Status200OK, "application/json")
            .Produces(StatusCodes.Status304NotModified)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status429TooManyRequests, StatusCodes.Status500InternalServerError, StatusCodes.Status503ServiceUnavailable);

    /// <summary>Name and purpose of an endpoint that gives a feed.</summary>
    public static RouteHandlerBuilder ReadsFeed(this RouteHandlerBuilder endpoint, string name, string summary)
        => endpoint.WithName(name).WithTags("feeds").WithSummary(summary)
            .Produces<string>(StatusCodes.Status200OK, "application/atom+xml", "application/feed+json")
            .Produces(StatusCodes.Status304NotModified)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status429TooManyRequests, StatusCodes.Status500InternalServerError, StatusCodes.Status503ServiceUnavailable);

    /// <summary>Name, group and purpose of an endpoint that starts work; only keys with that scope are let through.</summary>
    public static RouteHandlerBuilder Starts<T>(this RouteHandlerBuilder endpoint, string name, string group, string summary)
        => endpoint.WithName(name).WithTags(group).WithSummary(summary).WithMetadata(StartsWork.Mark)
            .Produces<T>(StatusCodes.Status202Accepted, "application/json")
            .Fails(
                StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden,
                StatusCodes.Status409Conflict, StatusCodes.Status429TooManyRequests, StatusCodes.Status500InternalServerError, StatusCodes.Status503ServiceUnavailable);

    /// <summary>Name, group and purpose of an endpoint that changes something at once; only keys with that scope are let through.</summary>
    public static RouteHandlerBuilder Changes(this RouteHandlerBuilder endpoint, string name, string group, string summary)
        => endpoint.WithName(name).WithTags(group).WithSummary(summary).WithMetadata(StartsWork.Mark)
            .Fails(
                StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden,
                StatusCodes.Status409Conflict, StatusCodes.Status429TooManyRequests, StatusCodes.Status500InternalServerError, StatusCodes.Status503ServiceUnavailable);

    /// <summary>Lets only those through that may change things: what is read is nobody else's business.</summary>
    public static RouteHandlerBuilder ForOperators(this RouteHandlerBuilder endpoint)
        => endpoint.WithMetadata(StartsWork.Mark).Fails(StatusCodes.Status403Forbidden);

    /// <summary>Parameters in the query.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, params IReadOnlyList<QueryParameter> parameters)
        => endpoint.WithMetadata(new QueryParameters(parameters));

    /// <summary>Problems it may answer with.</summary>
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder endpoint, params IReadOnlyList<int> statuses)
    {
        foreach (var status in statuses)
        {
            endpoint.Produces<Problem>(status, Problem.ContentType);
        }

        return endpoint;
    }
}
