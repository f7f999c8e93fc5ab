using Pipeline.BuildingBlocks.Papers;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.TopicClassifier.Tests.Classification;

public sealed class OtherFieldsTests
{
    [Theory]
    [InlineData("quant-ph", 0.5, false)]
    [InlineData("quant-ph", 0.65, true)]
    [InlineData("cs.DB", 0.4, true)]
    [InlineData(null, 0.4, true)]
    public void LearnedTopic_BesideADescribedOne_StaysInItsFieldOrWhenSure(string? described, double score, bool stays)
    {
        List<TopicAssignment> topics = [Topic("cs.AI", score)];
        if (described is not null)
        {
            topics.Add(Topic(described, 0.4));
        }

        new OtherFields(Taxonomy.Default).Drop(topics, learned: 1);

        Assert.Equal(stays, topics.Exists(topic => topic.Id == "cs.AI"));
        Assert.Equal(described is not null, topics.Exists(topic => topic.Id == described));
    }

    [Theory]
    [InlineData("On the zeros of L-functions", "We prove that a positive proportion of the zeros of an automorphic L-function lie on the critical line, under the Riemann hypothesis for Dirichlet characters.", "math.NT")]
    [InlineData("Superconductivity in twisted bilayers", "We study the superconducting gap of twisted bilayer graphene in a magnetic field. A transition temperature of 2 K is explained by electron pairing.", "cond-mat.supr-con")]
    public void PaperOfAnotherField_GetsNoTopicOfComputerScience(string title, string @abstract, string expected)
        => Assert.Equal([expected], TopicAnalyzer.BuiltIn(Taxonomy.Default, null).Analyze(title, @abstract).Topics.Select(topic => topic.Id));

    private static TopicAssignment Topic(string id, double score) => new() { Id = id, Score = score, Evidence = [] };
}
