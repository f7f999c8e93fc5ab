using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Answers;
using Pipeline.Api.Description;
using Pipeline.Api.Requests;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Api.Topics;

/// <summary><c>GET /topics</c>.</summary>
internal static class ListTopics
{
    public static void Map(IEndpointRouteBuilder routes)
        => routes.MapGet("/topics", Run).Takes().Reads<Page<TopicView>>("listTopics", "topics", "The topics there are: the taxonomy in use.");

    private static IResult Run(HttpContext context, TopicLookup known)
        => QueryReader.Of(context).Fault?.Answer() ?? Answer.Of(new Page<TopicView>([.. TopicView.Of(known)], null));
}
