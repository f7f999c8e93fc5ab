using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Answers;
using Pipeline.Api.Description;
using Pipeline.Api.Requests;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Api.Claims;

/// <summary><c>GET /claims</c>.</summary>
internal static class SearchClaims
{
    public static void Map(IEndpointRouteBuilder routes)
        => routes.MapGet("/claims", RunAsync)
            .Takes([.. ClaimParameters.All, CommonParameters.Limit, CommonParameters.Cursor])
            .Reads<Page<ClaimHit>>(
                "searchClaims", "claims", "Claims by their words, names and numbers. What asks about a number asks it of one and the same number.");

    private static async Task<IResult> RunAsync(HttpContext context, IPaperStore papers, CancellationToken cancellationToken)
    {
        var reader = QueryReader.Of(context);
        var query = ClaimParameters.Read(reader) with { After = PlaceReader.Read(reader, context.Request) };
        var limit = reader.Whole(CommonParameters.Limit)!.Value;
        if (reader.Fault is { } fault)
        {
            return fault.Answer();
        }

        // One more than asked for tells whether there is a next page.
        var found = await papers.SearchClaimsAsync(query with { Limit = limit + 1 }, cancellationToken).ToListAsync(cancellationToken);
        var next = found.Count > limit ? Cursors.Write(context.Request, found[limit - 1].Place!) : null;
        return Answer.Of(new Page<ClaimHit>([.. found.Take(limit)], next));
    }
}
