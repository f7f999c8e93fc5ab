using System.Text.RegularExpressions;
using MongoDB.Bson;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.Storage.Mongo.Bson;
using Pipeline.Storage.Mongo.Sources;

namespace Pipeline.Storage.Mongo.Failures;

/// <summary>Which documents a query means.</summary>
internal static class FailureFilters
{
    /// <summary>The state and no other.</summary>
    public static BsonDocument In(FailureState state) => new("state", Word(state));

    /// <summary>All that the query narrows by.</summary>
    public static BsonDocument Of(FailureQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var filter = SourceFields.Where(
            ("stage", query.Stage), ("cause", query.Cause is { } cause ? KebabEnumSerializer<FailureCause>.WordOf(cause) : null));
        if (query.Ids.Count > 0)
        {
            filter.Add("_id", new BsonDocument("$in", new BsonArray(query.Ids.Select(SourceFields.Key))));
        }

        if (query.States.Count > 0)
        {
            filter.Add("state", new BsonDocument("$in", new BsonArray(query.States.Select(Word))));
        }

        if (query.Words is { } words)
        {
            filter.Add("group", new BsonRegularExpression(Regex.Escape(words)));
        }

        if (query.Before is { } before)
        {
            filter.Add("lastFailedAt", new BsonDocument("$lt", SourceFields.Date(before)));
        }

        return filter;
    }

    private static string Word(FailureState state) => KebabEnumSerializer<FailureState>.WordOf(state);
}
