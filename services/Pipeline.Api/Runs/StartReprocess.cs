using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Access;
using Pipeline.Api.Answers;
using Pipeline.Api.Description;
using Pipeline.Api.Errors;
using Pipeline.Api.Requests;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.Scheduler;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Api.Runs;

/// <summary><c>POST /reprocess</c>.</summary>
internal static class StartReprocess
{
    private const string KeyHeader = "Idempotency-Key";
    private const int MaxKeyLength = 200;

    public static void Map(IEndpointRouteBuilder routes)
        => routes.MapPost("/reprocess", RunAsync).Takes()
            .Accepts<ReprocessRequest>("application/json")
            .Starts<ReprocessRun>("startReprocess", "runs", "Does stored papers again, behind fresh ones. The same key again gives the same run.")
            .Fails(StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);

    private static async Task<IResult> RunAsync(
        HttpContext context,
        [FromHeader(Name = KeyHeader), Description("A text of your choice, 1 to 200 visible characters of ASCII; sent again with the same body when no answer came.")] string? key,
        ReprocessRuns runs,
        StageVersions versions,
        TopicLookup known,
        CancellationToken cancellationToken)
    {
        var reader = QueryReader.Of(context);
        if (key is not { Length: > 0 and <= MaxKeyLength } || key.Any(letter => letter is <= ' ' or > '~'))
        {
            reader.Refuse(KeyHeader, $"Send this header with 1 to {MaxKeyLength} visible characters of ASCII, others for each run that you want.");
        }

        if (reader.Fault is { } fault)
        {
            return fault.Answer();
        }

        var (request, unread) = await JsonBody.ReadAsync<ReprocessRequest>(context.Request, cancellationToken);
        if (request is null)
        {
            return unread!.Answer();
        }

        var target = versions.Of(request.Stage);
        var (selection, wrong) = ReprocessSelection.Read(request, target, known);
        if (selection is null)
        {
            return wrong!.Answer();
        }

        // A key belongs to who sent it: nobody can guess another's.
        var id = DeterministicId.From("reprocess", Identity.Of(context).Caller!.Name, key!);
        var run = await runs.StartAsync(selection, target, shadow: false, cancellationToken, id);
        return IsSame(run.Selection, selection)
            ? TypedResults.Json(run, PaperJson.Options, Answer.Json, StatusCodes.Status202Accepted)
            : Problems.Conflict($"The {KeyHeader} was sent with another body before; its run is {run.Id:D}.").Answer();
    }

    private static bool IsSame(PaperSelection one, PaperSelection other)
        => JsonSerializer.Serialize(one, PaperJson.Options) == JsonSerializer.Serialize(other, PaperJson.Options);
}
