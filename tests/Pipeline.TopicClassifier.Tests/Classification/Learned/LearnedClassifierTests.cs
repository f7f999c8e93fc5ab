using Pipeline.BuildingBlocks.Papers;
using Pipeline.TopicClassifier.Classification;
using Pipeline.TopicClassifier.Classification.Learned;
using Pipeline.TopicClassifier.Tests.Support;

namespace Pipeline.TopicClassifier.Tests.Classification.Learned;

public sealed class LearnedClassifierTests
{
    [Fact]
    public void Version_WithAModel_NamesItToo()
        => Assert.Equal($"topics/3.{SomeModel.Model().Version}+garden/7", Analyzer().Version.ToString());

    [Theory]
    [InlineData("The rose likes our thorn", "plants")]
    [InlineData("Our cat likes the cat", "animals")]
    [InlineData("The cat likes our rose", "animals plants")]
    [InlineData("Our our the the", "")]
    [InlineData("rose thorn", "")]
    [InlineData("Le rosier aime notre rose", "")]
    public void Analyze_Words_AssignTheTopicsTheySpeakFor(string text, string expected)
        => Assert.Equal(expected, string.Join(' ', Analyzer().Analyze("", text).Topics.Select(topic => topic.Id)));

    [Fact]
    public void Analyze_Evidence_IsReadableAndOfTheFirstMention()
    {
        var topic = Assert.Single(Analyzer().Analyze("Our thorn", "The rose likes the rose.").Topics);

        Assert.Equal(
            [("thorn", TextPart.Title, 4), ("rose", TextPart.Abstract, 4)],
            topic.Evidence.Select(piece => (piece.Text, piece.In, piece.Start)));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(0.9, true)]
    [InlineData(1.0, false)]
    public void Analyze_MinimumAboveTheThreshold_Decides(double? minimum, bool assigned)
        => Assert.Equal(!assigned, new TopicAnalyzer(Garden(), minimum, SomeModel.Model()).Analyze("Rose", "The rose likes our rose").Abstained);

    [Fact]
    public void Analyze_PartOfATopic_BringsTheWholeAtLeastAsSure()
    {
        var garden = new Taxonomy("garden", "7", [Some.Topic("animals", 0), Some.Topic("plants", 0) with { Parent = "animals" }]);

        var topics = new TopicAnalyzer(garden, null, SomeModel.Model()).Analyze("", "The rose likes our thorn").Topics;

        Assert.Equal(["animals", "plants"], topics.Select(topic => topic.Id));
        Assert.Equal(topics[1].Score, topics[0].Score);
    }

    [Fact]
    public void Analyze_TopicNotLearned_IsLeftToItsTerms()
    {
        var garden = new Taxonomy("garden", "7", [Some.Topic("animals", 0), Some.Topic("plants", 9, ("cat", 9)), Some.Topic("trees", 0, ("oak", 3))]);

        var topics = new TopicAnalyzer(garden, null, SomeModel.Model()).Analyze("", "The cat likes our oak the cat").Topics;

        Assert.Equal(["animals", "trees"], topics.Select(topic => topic.Id).Order(StringComparer.Ordinal));
    }

    private static TopicAnalyzer Analyzer() => new(Garden(), null, SomeModel.Model());

    private static Taxonomy Garden() => Some.Taxonomy(Some.Topic("plants", 0), Some.Topic("animals", 0));
}
