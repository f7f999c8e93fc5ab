using Pipeline.Api.Requests;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Api.Papers;

/// <summary>Which papers a request asks for, as the command line narrows them.</summary>
internal static class PaperParameters
{
    private static readonly QueryParameter Words = new("words", "Only papers whose title or abstract has all of these words.");
    private static readonly QueryParameter WithoutTopic = new("withoutTopic", "Only papers that were classified and got no topic.") { Kind = ParameterKind.Flag };
    private static readonly QueryParameter MinScore = new("minScore", "Only papers whose named topic has at least this score.")
    {
        Kind = ParameterKind.Number,
        Least = 0,
        Most = 1,
    };

    public static IReadOnlyList<QueryParameter> All { get; } = [Words, CommonParameters.Topic, MinScore, WithoutTopic, CommonParameters.Source];

    public static PaperQuery Read(QueryReader reader, TopicLookup known)
    {
        var query = new PaperQuery
        {
            Text = reader.Text(Words),
            Topics = TopicNaming.Groups(reader, CommonParameters.Topic, known),
            MinScore = reader.Number(MinScore),
            WithoutTopic = reader.Flag(WithoutTopic),
            SourceId = reader.Text(CommonParameters.Source),
        };
        if (query.Topics.Count > 0 && query.WithoutTopic)
        {
            reader.Refuse(WithoutTopic.Name, "It cannot be asked for together with topic.");
        }

        if (query.Topics.Count == 0 && query.MinScore is not null)
        {
            reader.Refuse(MinScore.Name, "Say the score of which topic, with topic.");
        }

        return query;
    }
}
