using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Description;
using Pipeline.Api.Errors;
using Pipeline.Api.Requests;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Subscriptions;

namespace Pipeline.Api.Subscriptions;

/// <summary><c>DELETE /subscriptions/{id}</c>, and <c>POST /subscriptions/{id}/pause</c>, <c>resume</c>, <c>replay</c> and <c>test</c>.</summary>
internal static class ChangeSubscription
{
    // Above this a number in JSON is not exact for every reader.
    private const double LastExact = 9_007_199_254_740_991;

    private static readonly QueryParameter Reason = new("reason", "Why, for whoever finds it paused; at most 200 characters.");

    private static readonly QueryParameter After = new("after", "The place in the change log after which it is told again; 0 for the first that is kept. Required.")
    {
        Kind = ParameterKind.Whole,
        Least = 0,
        Most = LastExact,
    };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDelete("/subscriptions/{id}", RemoveAsync).Takes()
            .Changes("removeSubscription", SubscriptionAnswers.Group, "Removes a subscription. What was done to it stays among the events.")
            .Produces(StatusCodes.Status204NoContent)
            .Fails(StatusCodes.Status404NotFound);
        routes.MapPost("/subscriptions/{id}/pause", PauseAsync).Takes(Reason)
            .Shows("pauseSubscription", "Stops a subscription for a while.");
        routes.MapPost("/subscriptions/{id}/resume", ResumeAsync).Takes()
            .Shows("resumeSubscription", "Lets a subscription that was paused or given up go on where it was.");
        routes.MapPost("/subscriptions/{id}/replay", ReplayAsync).Takes(After)
            .Shows("replaySubscription", "Sets a webhook to another place in the change log, after which it is told all again.");
        routes.MapPost("/subscriptions/{id}/test", TestAsync).Takes()
            .Changes("testSubscription", SubscriptionAnswers.Group, "Sends one event or mail as a test, now, and says how it went.")
            .Produces<DeliveryAttempt>(StatusCodes.Status200OK, "application/json")
            .Fails(StatusCodes.Status404NotFound);
    }

    private static RouteHandlerBuilder Shows(this RouteHandlerBuilder endpoint, string name, string summary)
        => endpoint.Changes(name, SubscriptionAnswers.Group, summary)
            .Produces<SubscriptionView>(StatusCodes.Status200OK, "application/json")
            .Fails(StatusCodes.Status404NotFound);

    private static async Task<IResult> RemoveAsync(
        HttpContext context, [Description(SubscriptionAnswers.IdDescription)] string id, SubscriptionWork work, CancellationToken cancellationToken)
    {
        var (key, fault) = Read(context, id);
        if (key is null)
        {
            return fault!.Answer();
        }

        var result = await work.RemoveAsync(key.Value, SubscriptionAnswers.By(context), cancellationToken);
        return result.Refusal is { } refusal ? SubscriptionAnswers.Refusal(refusal).Answer() : TypedResults.NoContent();
    }

    private static Task<IResult> PauseAsync(
        HttpContext context, [Description(SubscriptionAnswers.IdDescription)] string id, SubscriptionWork work, CancellationToken cancellationToken)
        => ShowAsync(context, id, (key, by) => work.PauseAsync(key, QueryReader.Of(context).Text(Reason), by, cancellationToken), Reason);

    private static Task<IResult> ResumeAsync(
        HttpContext context, [Description(SubscriptionAnswers.IdDescription)] string id, SubscriptionWork work, CancellationToken cancellationToken)
        => ShowAsync(context, id, (key, by) => work.ResumeAsync(key, by, cancellationToken));

    private static Task<IResult> ReplayAsync(
        HttpContext context, [Description(SubscriptionAnswers.IdDescription)] string id, SubscriptionWork work, CancellationToken cancellationToken)
        => QueryReader.Of(context) is { Fault: null } reader && reader.Long(After) is null
            ? Task.FromResult(Problems.BadParameter(After.Name, "Say after which place it is to be told again.").Answer())
            : ShowAsync(context, id, (key, by) => work.ReplayAsync(key, QueryReader.Of(context).Long(After)!.Value, by, cancellationToken), After);

    private static async Task<IResult> TestAsync(
        HttpContext context, [Description(SubscriptionAnswers.IdDescription)] string id, SubscriptionWork work, CancellationToken cancellationToken)
    {
        var (key, fault) = Read(context, id);
        return key is null
            ? fault!.Answer()
            : SubscriptionAnswers.Of(await work.TestAsync(key.Value, SubscriptionAnswers.By(context), cancellationToken), done => done.Attempt!);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, string id, Func<Guid, string, Task<SubscriptionResult>> change, QueryParameter? parameter = null)
    {
        var (key, fault) = Read(context, id);
        if (key is null)
        {
            return fault!.Answer();
        }

        var result = await change(key.Value, SubscriptionAnswers.By(context));
        return result.Refusal is { Kind: RefusalKind.Wrong } wrong && parameter is not null
            ? Problems.BadParameter(parameter.Name, wrong.Detail).Answer()
            : SubscriptionAnswers.Of(result, done => SubscriptionView.Of(done.Subscription!));
    }

    private static (Guid? Id, Problem? Fault) Read(HttpContext context, string id)
        => QueryReader.Of(context).Fault is { } fault ? (null, fault)
            : SubscriptionAnswers.Id(id) is { } key ? (key, null)
            : (null, SubscriptionAnswers.Unknown);
}
