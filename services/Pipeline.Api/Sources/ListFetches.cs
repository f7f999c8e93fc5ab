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
        => routes.MapGet("/sources/{id}/runs", RunAsync).Takes(CommonParameters.Limit, CommonParameters.Cursor)
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
        var after = PlaceReader.ReadRun(reader, context.Request);
        var limit = reader.Whole(CommonParameters.Limit)!.Value;
        if (reader.Fault is { } fault)
        {
            return fault.Answer();
        }

        if (await catalogue.FindAsync(id, cancellationToken) is null)
        {
            return SourceIds.Unknown.Answer();
        }

        // One more than asked for tells whether there is a next page.
        var found = await runs.ListAsync(id, cause: null, after, limit + 1, cancellationToken);
        var next = found.Count > limit ? Cursors.WriteRun(context.Request, new(found[limit - 1].CreatedAt, found[limit - 1].Id)) : null;
        return Answer.Of(new Page<FetchView>([.. found.Take(limit).Select(FetchView.Of)], next));
    }
}
