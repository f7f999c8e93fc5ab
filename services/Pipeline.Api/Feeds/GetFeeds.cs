using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Description;
using Pipeline.Api.Errors;
using Pipeline.Api.Papers;
using Pipeline.Api.Requests;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Api.Feeds;

/// <summary><c>GET /feeds/...</c>: papers of a topic, of a source, and of any question, as Atom or JSON Feed.</summary>
internal static class GetFeeds
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/feeds/topics/{topic}.{format}", TopicAsync).Takes(CommonParameters.Limit, CommonParameters.Cursor)
            .ReadsFeed("getTopicFeed", "Papers of a topic as a feed.")
            .Fails(StatusCodes.Status404NotFound);
        routes.MapGet("/feeds/sources/{source}.{format}", SourceAsync).Takes(CommonParameters.Limit, CommonParameters.Cursor)
            .ReadsFeed("getSourceFeed", "Papers of a source as a feed.")
            .Fails(StatusCodes.Status404NotFound);
        routes.MapGet("/feeds/query.{format}", QueryAsync).Takes([.. PaperParameters.All, CommonParameters.Limit, CommonParameters.Cursor])
            .ReadsFeed("getQueryFeed", "Papers that /papers finds with the same parameters, as a feed: its address is the saved question.")
            .Fails(StatusCodes.Status404NotFound);
    }

    private static Task<IResult> TopicAsync(
        HttpContext context,
        [Description("Id of a topic; a group stands for all its topics.")] string topic,
        [Description(FeedRequest.FormatDescription)] string format,
        IPaperStore papers,
        TopicLookup known,
        CancellationToken cancellationToken)
        => known.Find(topic) is { } found
            ? AnswerAsync(
                context, papers, known, new(format, $"topic:{Uri.EscapeDataString(found.Id)}", $"Papers: {found.Name} ({found.Id})", new() { Topics = [known.Under(found)] }), cancellationToken)
            : Task.FromResult(Problems.NoSuch("topic", "/topics").Answer());

    private static Task<IResult> SourceAsync(
        HttpContext context,
        [Description("Id of a source.")] string source,
        [Description(FeedRequest.FormatDescription)] string format,
        IPaperStore papers,
        TopicLookup known,
        CancellationToken cancellationToken)
        => AnswerAsync(
            context, papers, known, new(format, $"source:{Uri.EscapeDataString(source)}", $"Papers of {source}", new() { SourceId = source }), cancellationToken);

    private static Task<IResult> QueryAsync(
        HttpContext context,
        [Description(FeedRequest.FormatDescription)] string format,
        IPaperStore papers,
        TopicLookup known,
        CancellationToken cancellationToken)
    {
        var reader = QueryReader.Of(context);
        var request = new FeedRequest(format, $"query:{FeedRequest.NameOf(context.Request)}", "Papers of a saved question", PaperParameters.Read(reader, known));
        return FeedRequest.IsFormat(format)
            ? request.AnswerAsync(context, reader, papers, known, cancellationToken)
            : Task.FromResult(Problems.NoSuchPath.Answer());
    }

    private static Task<IResult> AnswerAsync(
        HttpContext context, IPaperStore papers, TopicLookup known, FeedRequest request, CancellationToken cancellationToken)
        => FeedRequest.IsFormat(request.Format)
            ? request.AnswerAsync(context, QueryReader.Of(context), papers, known, cancellationToken)
            : Task.FromResult(Problems.NoSuchPath.Answer());
}
