using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Answers;
using Pipeline.Api.Description;
using Pipeline.Api.Requests;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Api.Papers;

/// <summary><c>GET /papers</c>.</summary>
internal static class ListPapers
{
    public static void Map(IEndpointRouteBuilder routes)
        => routes.MapGet("/papers", RunAsync)
            .Takes([.. PaperParameters.All, CommonParameters.Limit, CommonParameters.Cursor])
            .Reads<Page<PaperView>>(
                "listPapers", "papers", "Papers, the last obtained first. One that is obtained again moves to the front: who must not miss it follows /changes.");

    private static async Task<IResult> RunAsync(HttpContext context, IPaperStore papers, TopicLookup known, CancellationToken cancellationToken)
    {
        var reader = QueryReader.Of(context);
        var query = PaperParameters.Read(reader, known) with { After = PlaceReader.Read(reader, context.Request)?.Paper };
        var limit = reader.Whole(CommonParameters.Limit)!.Value;
        if (reader.Fault is { } fault)
        {
            return fault.Answer();
        }

        // One more than asked for tells whether there is a next page.
        var found = await papers.QueryAsync(query with { Limit = limit + 1 }, cancellationToken).ToListAsync(cancellationToken);
        var next = found.Count > limit ? Cursors.Write(context.Request, new(new(found[limit - 1].ObservedAt, found[limit - 1].Id), 0)) : null;
        return Answer.Of(new Page<PaperView>([.. found.Take(limit).Select(PaperView.ForOthers)], next));
    }
}
