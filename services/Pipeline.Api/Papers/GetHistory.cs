using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Answers;
using Pipeline.Api.Description;
using Pipeline.Api.Requests;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Api.Papers;

/// <summary><c>GET /papers/{id}/history</c>.</summary>
internal static class GetHistory
{
    public static void Map(IEndpointRouteBuilder routes)
        => routes.MapGet("/papers/{id}/history", RunAsync).Takes()
            .Reads<Page<TimelineEntry>>("getHistory", "papers", "Every stage a paper went through: version, duration, attempt and trace; the newest last.")
            .Fails(StatusCodes.Status404NotFound);

    private static async Task<IResult> RunAsync(
        HttpContext context, [Description(PaperIds.Description)] string id, ITimelineStore timelines, CancellationToken cancellationToken)
    {
        if (QueryReader.Of(context).Fault is { } fault)
        {
            return fault.Answer();
        }

        return PaperIds.Read(id) is { } key && await timelines.FindAsync(key, cancellationToken) is { } entries
            ? Answer.Of(new Page<TimelineEntry>(PaperTimeline.Measure(entries), null))
            : PaperIds.Unknown.Answer();
    }
}
