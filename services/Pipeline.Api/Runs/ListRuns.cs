using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Answers;
using Pipeline.Api.Description;
using Pipeline.Api.Errors;
using Pipeline.Api.Requests;
using Pipeline.BuildingBlocks.Reprocessing;

namespace Pipeline.Api.Runs;

/// <summary><c>GET /runs</c> and <c>GET /runs/{id}</c>.</summary>
internal static class ListRuns
{
    private static readonly Problem Unknown = Problems.NoSuch("run", "/runs");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/runs", RunAsync).Takes(CommonParameters.Limit, CommonParameters.Cursor)
            .Reads<Page<ReprocessRun>>("listRuns", "runs", "Runs that do papers again, the last created first.");
        routes.MapGet("/runs/{id}", FindAsync).Takes()
            .Reads<ReprocessRun>("getRun", "runs", "A run, and what it changed.")
            .Fails(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> RunAsync(HttpContext context, IReprocessStore runs, CancellationToken cancellationToken)
    {
        var reader = QueryReader.Of(context);
        var after = PlaceReader.ReadRun(reader, context.Request);
        var limit = reader.Whole(CommonParameters.Limit)!.Value;
        if (reader.Fault is { } fault)
        {
            return fault.Answer();
        }

        // One more than asked for tells whether there is a next page.
        var found = await runs.ListAsync(after, limit + 1, cancellationToken);
        var next = found.Count > limit ? Cursors.WriteRun(context.Request, new(found[limit - 1].CreatedAt, found[limit - 1].Id)) : null;
        return Answer.Of(new Page<ReprocessRun>([.. found.Take(limit)], next));
    }

    private static async Task<IResult> FindAsync(
        HttpContext context, [Description("Id of a run.")] string id, IReprocessStore runs, CancellationToken cancellationToken)
        => QueryReader.Of(context).Fault?.Answer()
            ?? (Guid.TryParseExact(id, "D", out var key) && await runs.FindAsync(key, cancellationToken) is { } run ? Answer.Of(run) : Unknown.Answer());
}
