using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Answers;
using Pipeline.Api.Description;
using Pipeline.Api.Requests;
using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Api.Subscriptions;

/// <summary><c>GET /subscriptions</c> and <c>GET /subscriptions/{id}</c>.</summary>
internal static class ListSubscriptions
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/subscriptions", RunAsync).Takes()
            .Reads<Page<SubscriptionView>>("listSubscriptions", SubscriptionAnswers.Group, "All subscriptions, by name. Never their secrets.")
            .ForOperators();
        routes.MapGet("/subscriptions/{id}", FindAsync).Takes()
            .Reads<SubscriptionView>("getSubscription", SubscriptionAnswers.Group, "A subscription, and how it stands.")
            .ForOperators()
            .Fails(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> RunAsync(HttpContext context, ISubscriptionStore store, CancellationToken cancellationToken)
        => QueryReader.Of(context).Fault?.Answer()
            ?? Answer.Of(new Page<SubscriptionView>([.. (await store.ListAsync(cancellationToken)).Select(SubscriptionView.Of)], null));

    private static async Task<IResult> FindAsync(
        HttpContext context, [Description(SubscriptionAnswers.IdDescription)] string id, ISubscriptionStore store, CancellationToken cancellationToken)
        => QueryReader.Of(context).Fault?.Answer()
            ?? (SubscriptionAnswers.Id(id) is { } key && await store.FindAsync(key, cancellationToken) is { } found
                ? Answer.Of(SubscriptionView.Of(found))
                : SubscriptionAnswers.Unknown.Answer());
}
