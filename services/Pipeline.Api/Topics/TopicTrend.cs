using System.Text.Json.Serialization;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Api.Topics;

/// <summary>A topic of the stored papers over time.</summary>
public sealed record TopicTrend
{
    // A store of many years counted by day would be more columns than anybody reads.
    private const int MaxPeriods = 1_000;

    /// <summary>Id of the topic.</summary>
    public required string Topic { get; init; }

    /// <summary>Name in the taxonomy; null for a topic that it no longer has.</summary>
    public required string? Name { get; init; }

    /// <summary>Papers in all periods, those before <see cref="Periods"/> too.</summary>
    public required long Papers { get; init; }

    /// <summary>Every period between the first and the last paper of any topic, also those without; the last ones where they are very many.</summary>
    public required IReadOnlyList<TopicTrendPeriod> Periods { get; init; }

    /// <summary>Papers in the last period less those in the one before; null where there is but one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long? Change => Periods.Count < 2 ? null : Periods[^1].Papers - Periods[^2].Papers;

    /// <summary>The topics with the most papers first, ties by id.</summary>
    /// <param name="counts">Papers by topic and period.</param>
    /// <param name="query">How they were counted.</param>
    /// <param name="known">Names of topics.</param>
    /// <param name="top">Most topics.</param>
    public static IReadOnlyList<TopicTrend> Of(IEnumerable<TopicCount> counts, TopicCountQuery query, TopicLookup known, int top)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(known);
        var topics = counts.GroupBy(count => count.Topic, StringComparer.Ordinal).Select(group => group.ToList()).ToList();
        var periods = Calendar(topics, query.By);
        return [.. topics
            .Select(topic => (Id: topic[0].Topic, Papers: topic.Sum(count => count.Papers), ByPeriod: topic.ToDictionary(count => count.From, count => count.Papers)))
            .OrderByDescending(topic => topic.Papers)
            .ThenBy(topic => topic.Id, StringComparer.Ordinal)
            .Take(top)
            .Select(topic => new TopicTrend
            {
                Topic = topic.Id,
                Name = known.Find(topic.Id)?.Name,
                Papers = topic.Papers,
                Periods = [.. periods.Select(first => new TopicTrendPeriod(first, topic.ByPeriod.GetValueOrDefault(first)))],
            })];
    }

    private static List<DateOnly> Calendar(List<List<TopicCount>> topics, TopicPeriod by)
    {
        var periods = new List<DateOnly>();
        if (topics.Count == 0)
        {
            return periods;
        }

        var first = topics.Min(topic => topic[0].From);
        for (var at = topics.Max(topic => topic[^1].From); at >= first && periods.Count < MaxPeriods; at = by.Before(at))
        {
            periods.Add(at);
            if (at == first)
            {
                break;
            }
        }

        periods.Reverse();
        return periods;
    }
}

/// <summary>Papers of a topic in one period.</summary>
/// <param name="From">First day of the period.</param>
/// <param name="Papers">How many, from 0.</param>
public sealed record TopicTrendPeriod(
    [property: JsonPropertyName("from")] DateOnly From,
    [property: JsonPropertyName("papers")] long Papers);
