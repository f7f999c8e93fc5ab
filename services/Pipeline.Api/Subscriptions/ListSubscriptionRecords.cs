using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Answers;
using Pipeline.Api.Description;
using Pipeline.Api.Requests;
using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Api.Subscriptions;

/// <summary><c>GET /subscriptions/{id}/attempts</c> and <c>GET /subscriptions/events</c>.</summary>
internal static class ListSubscriptionRecords
{
    private static readonly QueryParameter Failed = new("failed", "Only attempts that were not taken.") { Kind = ParameterKind.Flag };

    private static readonly QueryParameter Subscription = new("subscription", "Only what was done to the subscription of this id, also after it was removed.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/subscriptions/{id}/attempts", ListAttemptsAsync).Takes(Failed, CommonParameters.Limit)
            .Reads<Page<DeliveryAttempt>>("listAttempts", SubscriptionAnswers.Group, "What was sent for a subscription and how it went, the last first.")
            .ForOperators()
            .Fails(StatusCodes.Status404NotFound);
        routes.MapGet("/subscriptions/events", ListEventsAsync).Takes(Subscription, CommonParameters.Limit)
            .Reads<Page<SubscriptionEvent>>("listSubscriptionEvents", SubscriptionAnswers.Group, "What was done to subscriptions, and by whom, the last first.")
            .ForOperators();
    }

    private static async Task<IResult> ListAttemptsAsync(
        HttpContext context,
        [Description(SubscriptionAnswers.IdDescription)] string id,
        ISubscriptionStore store,
        IDeliveryAttempts attempts,
        CancellationToken cancellationToken)
    {
        var reader = QueryReader.Of(context);
        if (reader.Fault is { } fault)
        {
            return fault.Answer();
        }

        return SubscriptionAnswers.Id(id) is { } key && await store.FindAsync(key, cancellationToken) is not null
            ? Answer.Of(new Page<DeliveryAttempt>(
                await attempts.ListAsync(key, reader.Flag(Failed), reader.Whole(CommonParameters.Limit)!.Value, cancellationToken), null))
            : SubscriptionAnswers.Unknown.Answer();
    }

    private static async Task<IResult> ListEventsAsync(HttpContext context, ISubscriptionStore store, CancellationToken cancellationToken)
    {
        var reader = QueryReader.Of(context);
        Guid? id = null;
        if (reader.Text(Subscription) is { } text && (id = SubscriptionAnswers.Id(text)) is null)
        {
            reader.Refuse(Subscription.Name, "It is no id of a subscription.");
        }

        return reader.Fault?.Answer()
            ?? Answer.Of(new Page<SubscriptionEvent>(await store.ListEventsAsync(id, reader.Whole(CommonParameters.Limit)!.Value, cancellationToken), null));
    }
}
