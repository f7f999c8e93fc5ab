using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Pipeline.Api.Hosting;

/// <summary>Answers <c>HEAD</c> wherever <c>GET</c> is answered, by the same endpoint; the server leaves out the body.</summary>
internal static class HeadRequests
{
    // Last, because an endpoint says its methods itself, and the last word counts.
    public static void AnswerHead(this IEndpointConventionBuilder endpoints) => endpoints.Finally(endpoint =>
    {
        if (endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault() is { } known && known.HttpMethods.Contains(HttpMethods.Get))
        {
            endpoint.Metadata.Add(new HttpMethodMetadata([.. known.HttpMethods, HttpMethods.Head]));
        }
    });
}
