using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Answers;
using Pipeline.Api.Description;
using Pipeline.Api.Requests;

namespace Pipeline.Api.Sources;

/// <summary><c>GET /sources</c>.</summary>
internal static class ListSources
{
    // Each costs a look at its runs and days; nobody has so many.
    private const int MaxSources = 1_000;

    public static void Map(IEndpointRouteBuilder routes)
        => routes.MapGet("/sources", RunAsync).Takes()
            .Reads<Page<SourceLine>>("listSources", "sources", "Sources: schedule, last run, newest covered day, and how they stand.");

    private static async Task<IResult> RunAsync(HttpContext context, SourceOverview overview, CancellationToken cancellationToken)
        => QueryReader.Of(context).Fault?.Answer()
            ?? Answer.Of(new Page<SourceLine>(await overview.ReadAsync(MaxSources, cancellationToken).ToListAsync(cancellationToken), null));
}
