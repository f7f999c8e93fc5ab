using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.Storage.Mongo.Papers;

namespace Pipeline.Storage.Mongo.Reprocessing;

/// <summary>Which papers a selection asks for.</summary>
internal sealed class SelectionQueries(IMongoCollection<BsonDocument> papers)
{
    private readonly PaperPages _pages = new(papers);

    public async Task<IReadOnlyList<EnrichedPaper>> FindAsync(
        PaperSelection selection, string? after, int limit, CancellationToken cancellationToken)
    {
        var conditions = Conditions(selection);
        if (after is not null)
        {
            conditions.Add(new BsonDocument("_id", new BsonDocument("$gt", after)));
        }

        var keys = await papers.Find(All(conditions)).Sort(new BsonDocument("_id", 1)).Limit(limit).Project(new BsonDocument("_id", 1)).ToListAsync(cancellationToken);
        return await _pages.ReadAsync(keys.Select(key => key["_id"].AsString), PaperFields.WholePaper, cancellationToken).ToListAsync(cancellationToken);
    }

    public Task<long> CountAsync(PaperSelection selection, CancellationToken cancellationToken)
        => papers.CountDocumentsAsync(All(Conditions(selection)), cancellationToken: cancellationToken);

    public async Task<IReadOnlyList<StageStamp>> ReadStampsAsync(
        EnrichmentStage stage, IReadOnlyList<string> paperIds, CancellationToken cancellationToken)
    {
        var field = Field(stage);
        var found = await papers.Find(PaperFields.AnyOf("_id", paperIds))
            .Project(new BsonDocument { { "revision", 1 }, { $"{field}.revision", 1 }, { $"{field}.version", 1 } })
            .ToListAsync(cancellationToken);
        return [.. found.Select(paper => Stamp(paper, field))];
    }

    public async Task<IReadOnlyList<StageVersionCount>> ListVersionsAsync(EnrichmentStage stage, CancellationToken cancellationToken)
    {
        var version = $"{Field(stage)}.version";
        var groups = await papers.Aggregate()
            .Match(new BsonDocument($"{version}.name", new BsonDocument("$exists", true)))
            .Group(new BsonDocument { { "_id", $"${version}" }, { "papers", new BsonDocument("$sum", 1) } })
            .ToListAsync(cancellationToken);
        return [.. groups
            .Select(group => new StageVersionCount(BsonSerializer.Deserialize<StageVersion>(group["_id"].AsBsonDocument), group["papers"].ToInt64()))
            .OrderBy(count => count.Version.ToString(), StringComparer.Ordinal)];
    }

    private static StageStamp Stamp(BsonDocument paper, string field)
    {
        var section = paper.GetValue(field, BsonNull.Value) as BsonDocument;
        return new(
            paper["_id"].AsString,
            paper["revision"].AsString,
            section?.GetValue("revision").AsString,
            section is null ? null : BsonSerializer.Deserialize<StageVersion>(section["version"].AsBsonDocument));
    }

    private static BsonDocument All(List<BsonDocument> conditions)
        => conditions.Count == 0 ? [] : new("$and", new BsonArray(conditions));

    private static List<BsonDocument> Conditions(PaperSelection selection)
    {
        ArgumentNullException.ThrowIfNull(selection);
        List<BsonDocument> conditions =
        [
            AnyOf("aliases", selection.Ids),
            selection.SourceId is { } source ? new("sightings.sourceId", source) : [],
            TopicQueries.BetweenDays(selection.Since, selection.Until),
            AnyOf(TopicQueries.AssignedIds, selection.Topics),
            PaperFields.HasWords(selection.Text),
            selection.MadeBy.Count == 0 ? [] : new("$or", new BsonArray(selection.MadeBy.Select(made => IsOf(selection.Stage, made)))),
            selection.OtherThan is { } other ? new("$nor", new BsonArray { IsOf(selection.Stage, other) }) : [],
            selection.Lacking ? Lacks(selection.Stage) : [],
        ];
        conditions.RemoveAll(condition => condition.ElementCount == 0);
        return conditions;
    }

    private static BsonDocument AnyOf(string field, IReadOnlyList<string> values) => values.Count == 0 ? [] : PaperFields.AnyOf(field, values);

    // Null matches a version without a taxonomy, where the field is not there.
    private static BsonDocument IsOf(EnrichmentStage stage, StageVersion version) => new()
    {
        { $"{Field(stage)}.version.name", version.Name },
        { $"{Field(stage)}.version.version", version.Version },
        { $"{Field(stage)}.version.taxonomy", (BsonValue?)version.Taxonomy ?? BsonNull.Value },
    };

    // Pending papers alone can lack a stage, and they have an index.
    private static BsonDocument Lacks(EnrichmentStage stage) => new()
    {
        { "pending", true },
        { "$expr", new BsonDocument("$ne", new BsonArray { $"${Field(stage)}.revision", "$revision" }) },
    };

    private static string Field(EnrichmentStage stage) => stage == EnrichmentStage.Claims ? Stage.ClaimsField : Stage.TopicsField;
}
