using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>Finds papers by their topics, and counts them by topic and time.</summary>
internal sealed class TopicQueries(IMongoCollection<BsonDocument> papers)
{
    /// <summary>Field with the ids of a paper's topics.</summary>
    public const string AssignedIds = $"{Assigned}.id";

    private const string Assigned = "topics.analysis.topics";
    private const double MillisecondsPerDay = 86_400_000;

    /// <summary>Fields that tell a paper's day; the first that is there counts.</summary>
    public static string[] Days { get; } = ["publishedAt", "listedAt", "observedAt"];

    /// <summary>Matches papers that have the topics asked for; everything when none is.</summary>
    public static BsonDocument Filter(PaperQuery query)
    {
        var filter = new BsonDocument();
        if (query.Topics.Count > 0)
        {
            filter.Add("$and", new BsonArray(query.Topics.Select(anyOf => HasOne(anyOf, query.MinScore))));
        }

        return query.WithoutTopic ? filter.Add(Assigned, new BsonDocument("$size", 0)) : filter;
    }

    /// <summary>Matches papers whose day lies between two, both included; everything when neither is given.</summary>
    public static BsonDocument BetweenDays(DateOnly? first, DateOnly? last)
    {
        // One branch for each field that may tell the day, so that an index over the three serves all.
        var range = Range(first, last);
        return range.ElementCount == 0 ? [] : new("$or", new BsonArray(Days.Select((day, i) =>
            new BsonDocument(Days.Take(i).Select(absent => new BsonElement(absent, BsonNull.Value))).Add(day, range))));
    }

    public async Task<IReadOnlyList<TopicCount>> CountAsync(TopicCountQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        using var rows = await papers.AggregateAsync<BsonDocument>(Steps(query), new AggregateOptions { AllowDiskUse = true }, cancellationToken);
        var counts = (await rows.ToListAsync(cancellationToken)).Select(row => new TopicCount(
            row["_id"]["topic"].AsString,
            query.By.FromNumber(row["_id"]["period"].ToInt64()),
            row["papers"].ToInt64()));
        return [.. counts.OrderBy(count => count.Topic, StringComparer.Ordinal).ThenBy(count => count.From)];
    }

    // One term looks at one assignment: score and id are then of the same.
    private static BsonDocument HasOne(IReadOnlyList<string> ids, double? minScore) => minScore is { } least
        ? new(Assigned, new BsonDocument("$elemMatch", PaperFields.AnyOf("id", ids).Add("score", new BsonDocument("$gte", least))))
        : PaperFields.AnyOf(AssignedIds, ids);

    private static BsonDocument[] Steps(TopicCountQuery query) =>
    [
        new("$match", Match(query)),
        new("$project", new BsonDocument
        {
            { "_id", 0 },

            // As a set, so that a topic that is assigned twice counts once.
            { "topic", new BsonDocument("$setUnion", new BsonArray { $"${AssignedIds}", new BsonArray() }) },
            { "period", Period(query.By, new BsonDocument("$ifNull", new BsonArray(Days.Select(day => $"${day}")))) },
        }),
        new("$unwind", "$topic"),
        new("$group", new BsonDocument
        {
            { "_id", new BsonDocument { { "topic", "$topic" }, { "period", "$period" } } },
            { "papers", new BsonDocument("$sum", 1) },
        }),
    ];

    private static BsonDocument Match(TopicCountQuery query)
    {
        var match = new BsonDocument(AssignedIds, new BsonDocument("$exists", true));
        return match.AddRange(PaperFields.ShownBy(query.SourceId)).AddRange(BetweenDays(query.Since, query.Until));
    }

    private static BsonDocument Range(DateOnly? first, DateOnly? last)
    {
        var range = new BsonDocument();
        if (first is { } since)
        {
            range.Add("$gte", StartOf(since));
        }

        return last is { } until && until < DateOnly.MaxValue ? range.Add("$lt", StartOf(until.AddDays(1))) : range;
    }

    private static BsonDateTime StartOf(DateOnly day) => PaperFields.Date(new(day, TimeOnly.MinValue, TimeSpan.Zero));

    // By arithmetic and not $dateTrunc, which engines that speak MongoDB's protocol do not all get right.
    private static BsonDocument Period(TopicPeriod period, BsonValue time) => period == TopicPeriod.Month
        ? Of("$add", Of("$multiply", new BsonDocument("$year", time), 12), new BsonDocument("$month", time), -1)
        : period == TopicPeriod.Week ? MondayOf(DayOf(time)) : DayOf(time);

    private static BsonDocument DayOf(BsonValue time)
        => new("$floor", Of("$divide", Of("$subtract", time, new BsonDateTime(0)), MillisecondsPerDay));

    // 1970 began on a Thursday. The second remainder is for days before it.
    private static BsonDocument MondayOf(BsonValue day)
        => Of("$subtract", day, Of("$mod", Of("$add", Of("$mod", Of("$add", day, 3), 7), 7), 7));

    private static BsonDocument Of(string operation, params BsonValue[] values) => new(operation, new BsonArray(values));
}
