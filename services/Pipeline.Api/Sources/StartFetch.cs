using System.ComponentModel;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Answers;
using Pipeline.Api.Description;
using Pipeline.Api.Errors;
using Pipeline.Api.Requests;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Scheduler;
using Pipeline.Scheduler.Scheduling;

namespace Pipeline.Api.Sources;

/// <summary><c>POST /sources/{id}/fetch</c>.</summary>
internal static class StartFetch
{
    private static readonly QueryParameter From = new("from", "First day; when left out, what a scheduled run would ask for.") { Kind = ParameterKind.Day };
    private static readonly QueryParameter To = new("to", "Last day; the same as the first when left out.") { Kind = ParameterKind.Day };

    public static void Map(IEndpointRouteBuilder routes)
        => routes.MapPost("/sources/{id}/fetch", RunAsync).Takes(From, To)
            .Starts<FetchView>("startFetch", "sources", "Fetches a source now. While a fetch of the same days that was asked for is under way, it is that one.")
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> RunAsync(
        HttpContext context,
        [Description(SourceIds.Description)] string id,
        SourceCatalogue catalogue,
        ISourceStore sources,
        SourceRuns runs,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var reader = QueryReader.Of(context);
        var (from, to) = DayReader.Span(reader, From, To);
        if (reader.Fault is { } fault)
        {
            return fault.Answer();
        }

        if (await catalogue.FindAsync(id, cancellationToken) is not { } source)
        {
            return SourceIds.Unknown.Answer();
        }

        DayWindow? window = (from ?? to) is null ? null : new(from ?? to!.Value, to ?? from!.Value);
        if (Fault(source, window, time.GetUtcNow()) is { } wrong)
        {
            return wrong.Answer();
        }

        if ((await sources.ListPausedAsync(cancellationToken)).ContainsKey(source.Id))
        {
            return Problems.Conflict("The source is paused; let it go on first.").Answer();
        }

        return await StartAsync(runs, source, window, cancellationToken);
    }

    private static async Task<IResult> StartAsync(SourceRuns runs, SourceDefinition source, DayWindow? window, CancellationToken cancellationToken)
    {
        FetchRun run;
        try
        {
            run = await runs.StartAsync(source, window, cancellationToken);
        }
        catch (MassTransitException)
        {
            // The bus has logged why; the run is in the store already.
            return Problems.FetcherAway.Answer();
        }

        return TypedResults.Json(FetchView.Of(run), PaperJson.Options, Answer.Json, StatusCodes.Status202Accepted);
    }

    private static Problem? Fault(SourceDefinition source, DayWindow? window, DateTimeOffset now)
        => window is null ? null
            : source.IsAskedByDay ? SourceIds.Fault(source, window.From, window.To, now)
            : Problems.BadParameter(From.Name, "The source cannot be asked by day; it shows what is new.");
}
