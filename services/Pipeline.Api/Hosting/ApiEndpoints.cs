using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Papers;

namespace Pipeline.Api.Hosting;

/// <summary>Every endpoint of the API.</summary>
internal static class ApiEndpoints
{
    public static void MapPipelineApi(this IEndpointRouteBuilder routes)
    {
        ListPapers.Map(routes);
        GetPaper.Map(routes);
        routes.MapOpenApi("/openapi/v1.json");
    }
}
