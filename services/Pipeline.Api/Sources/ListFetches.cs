using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Answers;
using Pipeline.Api.Description;
using Pipeline.Api.Requests;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Api.Sources;

/// <summary><c>GET /sources/{id}/runs</c>.</summary>
internal static class ListFetches
{
    public static void Map(IEndpointRouteBuilder routes)
        => routes.MapGet("/sources/{id}/runs", RunAsync).Takes(CommonParameters.Limit)
            .Reads<Page<FetchView>>("listFetches", "sources", "Fetches of a source, the last created first.")
            .Fails(StatusCodes.Status404NotFound);

    private static async Task<IResult> RunAsync(
        HttpContext context,
        [Description(SourceIds.Description)] string id,
        SourceCatalogue catalogue,
        IFetchRunStore runs,
        CancellationToken cancellationToken)
    {
        var reader = QueryReader.Of(context);
        if (reader.Fault is { } fault)
        {
            return fault.Answer();
        }

        if (await catalogue.FindAsync(id, cancellationToken) is null)
        {
            return SourceIds.Unknown.Answer();
        }

        var found = await runs.ListAsync(id, cause: null, reader.Whole(CommonParameters.Limit)!.Value, cancellationToken);
        return Answer.Of(new Page<FetchView>([.. found.Select(FetchView.Of)], null));
    }
}
