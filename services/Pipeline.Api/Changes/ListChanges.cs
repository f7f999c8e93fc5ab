using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Api.Description;
using Pipeline.Api.Errors;
using Pipeline.Api.Requests;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Api.Changes;

/// <summary><c>GET /changes</c>.</summary>
internal static class ListChanges
{
    // Above this a number in JSON is not exact for every reader.
    private const double LastExact = 9_007_199_254_740_991;

    private static readonly QueryParameter After = new("after", "Only changes after this place: next of the answer before. Without it, from the first that is kept.")
    {
        Kind = ParameterKind.Whole,
        Least = 0,
        Most = LastExact,
    };

    private static readonly QueryParameter Topic = new(
        "topic", "Only changes of papers with this topic: its id, name or other name; a group finds all its topics. Several find the changes of each.") { Repeats = true };

    private static readonly QueryParameter Source = new("source", "Only changes of papers that this source showed.");

    public static void Map(IEndpointRouteBuilder routes)
        => routes.MapGet("/changes", RunAsync)
            .Takes(After, Topic, Source, CommonParameters.Limit)
            .Reads<ChangeList>(
                "listChanges", "changes", "What happened to papers, in one order without gaps. Keep next, and ask again with after = next: nothing is missed, nothing comes twice.")
            .Fails(StatusCodes.Status410Gone);

    private static async Task<IResult> RunAsync(HttpContext context, IChangeLog log, TopicLookup known, CancellationToken cancellationToken)
    {
        var reader = QueryReader.Of(context);
        var filter = new ChangeFilter
        {
            Topics = [.. TopicNaming.Groups(reader, Topic, known).SelectMany(ids => ids).Distinct(StringComparer.Ordinal)],
            Source = reader.Text(Source),
        };
        if (reader.Fault is { } fault)
        {
            return fault.Answer();
        }

        var after = reader.Long(After);
        var page = await log.ReadAsync(after ?? 0, filter, reader.Whole(CommonParameters.Limit)!.Value, cancellationToken);

        // Whoever has read up to a place that is gone has missed some, and must know.
        return page.Trimmed > after ? Problems.Trimmed(page.Trimmed).Answer() : ChangeList.Of(page);
    }
}
