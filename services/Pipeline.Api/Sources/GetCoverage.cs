using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Answers;
using Pipeline.Api.Description;
using Pipeline.Api.Errors;
using Pipeline.Api.Requests;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Api.Sources;

/// <summary><c>GET /sources/{id}/coverage</c>.</summary>
internal static class GetCoverage
{
    private const int UsualDays = 30;

    private static readonly QueryParameter From = new("from", "First day; 30 days before the last one when left out.") { Kind = ParameterKind.Day };
    private static readonly QueryParameter To = new("to", "Last day; today when left out.") { Kind = ParameterKind.Day };

    public static void Map(IEndpointRouteBuilder routes)
        => routes.MapGet("/sources/{id}/coverage", RunAsync).Takes(From, To)
            .Reads<Page<DayCoverage>>("getCoverage", "sources", "Which days of a source are in the store, and why not.")
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

    private static async Task<IResult> RunAsync(
        HttpContext context,
        [Description(SourceIds.Description)] string id,
        SourceCatalogue catalogue,
        CoverageReader coverage,
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

        if (source.Kind == SourceKind.Directory)
        {
            return Problems.Conflict("The source is a directory, which has no days; see its runs.").Answer();
        }

        var last = to ?? source.DayOf(time.GetUtcNow());
        var first = from ?? (last.DayNumber < UsualDays ? DateOnly.MinValue : last.AddDays(1 - UsualDays));
        return SourceIds.Fault(source, first, last, time.GetUtcNow()) is { } wrong
            ? wrong.Answer()
            : Answer.Of(new Page<DayCoverage>(await coverage.ReadAsync(source, first, last, cancellationToken), null));
    }
}
