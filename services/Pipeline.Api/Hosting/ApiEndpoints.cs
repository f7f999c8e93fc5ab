using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Changes;
using Pipeline.Api.Claims;
using Pipeline.Api.Digests;
using Pipeline.Api.Feeds;
using Pipeline.Api.Papers;
using Pipeline.Api.Runs;
using Pipeline.Api.Sources;
using Pipeline.Api.Subscriptions;
using Pipeline.Api.Topics;

namespace Pipeline.Api.Hosting;

/// <summary>Every endpoint of the API.</summary>
internal static class ApiEndpoints
{
    public static void MapPipelineApi(this IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("");
        routes.AnswerHead();
        ListPapers.Map(routes);
        GetPaper.Map(routes);
        GetHistory.Map(routes);
        SearchClaims.Map(routes);
        ListTopics.Map(routes);
        ListTrends.Map(routes);
        ListSources.Map(routes);
        GetCoverage.Map(routes);
        ListFetches.Map(routes);
        StartFetch.Map(routes);
        ListRuns.Map(routes);
        StartReprocess.Map(routes);
        ListChanges.Map(routes);
        GetFeeds.Map(routes);
        ListSubscriptions.Map(routes);
        ListSubscriptionRecords.Map(routes);
        AddSubscription.Map(routes);
        ChangeSubscription.Map(routes);
        RotateSecret.Map(routes);
        ConfirmDigest.Map(routes);
        UnsubscribeDigest.Map(routes);
        routes.MapOpenApi("/openapi/v1.json");
    }
}
