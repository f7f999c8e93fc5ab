using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Answers;
using Pipeline.Api.Description;
using Pipeline.Api.Requests;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Api.Topics;

/// <summary><c>GET /topics/trends</c>.</summary>
internal static class ListTrends
{
    private static readonly QueryParameter By = QueryParameter.Of<TopicPeriod>("by", "Length of a period, month unless said.");
    private static readonly QueryParameter Group = new("group", "Only this topic and those below it.");

    public static void Map(IEndpointRouteBuilder routes)
        => routes.MapGet("/topics/trends", RunAsync)
            .Takes(By, CommonParameters.Since, CommonParameters.Until, CommonParameters.Source, Group, CommonParameters.Limit)
            .Reads<Page<TopicTrend>>("listTrends", "topics", "What the stored papers are about, and how that changes: the topics with the most papers, by period.");

    private static async Task<IResult> RunAsync(HttpContext context, IPaperStore papers, TopicLookup known, CancellationToken cancellationToken)
    {
        var reader = QueryReader.Of(context);
        var (since, until) = DayReader.Span(reader, CommonParameters.Since, CommonParameters.Until);
        var group = TopicNaming.Groups(reader, Group, known).Select(ids => ids.ToHashSet(StringComparer.Ordinal)).FirstOrDefault();
        var query = new TopicCountQuery
        {
            By = reader.Word<TopicPeriod>(By) ?? TopicPeriod.Month,
            Since = since,
            Until = until,
            SourceId = reader.Text(CommonParameters.Source),
        };
        if (reader.Fault is { } fault)
        {
            return fault.Answer();
        }

        var counts = await papers.CountTopicsAsync(query, cancellationToken);
        var trends = TopicTrend.Of(counts.Where(count => group?.Contains(count.Topic) ?? true), query, known, reader.Whole(CommonParameters.Limit)!.Value);
        return Answer.Of(new Page<TopicTrend>(trends, null));
    }
}
