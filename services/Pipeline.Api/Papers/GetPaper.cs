using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Answers;
using Pipeline.Api.Description;
using Pipeline.Api.Requests;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Api.Papers;

/// <summary><c>GET /papers/{id}</c>.</summary>
internal static class GetPaper
{
    public static void Map(IEndpointRouteBuilder routes)
        => routes.MapGet("/papers/{id}", RunAsync)
            .Takes()
            .Reads<PaperView>("getPaper", "papers", "One paper with its claims, numbers, names and topics.")
            .Fails(StatusCodes.Status404NotFound);

    private static async Task<IResult> RunAsync(
        HttpContext context, [Description(PaperIds.Description)] string id, IPaperStore papers, CancellationToken cancellationToken)
    {
        if (QueryReader.Of(context).Fault is { } fault)
        {
            return fault.Answer();
        }

        return PaperIds.Read(id) is { } key && await papers.FindAsync(key, cancellationToken) is { } paper
            ? Answer.Of(PaperView.ForOthers(paper))
            : PaperIds.Unknown.Answer();
    }
}
