using Pipeline.BuildingBlocks.Messaging;
using Pipeline.TopicClassifier.Tests.Support;

namespace Pipeline.TopicClassifier.Tests;

public sealed class TopicsEnrichmentTests
{
    private const string PaperId = "arxiv:2401.00001";

    private readonly TopicsEnrichment _enrichment = new(
        Some.Analyzer(Some.Topic("plants", -1, ("rose", 3.0)), Some.Topic("animals", -1, ("cat", 3.0))), new FakePaperStore(), new FixedTime());

    [Fact]
    public void Section_SaysOfWhichRevisionByWhomAndWhen()
    {
        var write = _enrichment.Enrich(new PaperContent(PaperId, "r1", "A rose", "A cat."));

        Assert.Equal(PaperId, write.PaperId);
        Assert.Equal("r1", write.Section.Revision);
        Assert.Equal("terms/1+garden/7", write.Section.Version.ToString());
        Assert.Equal(FixedTime.Noon, write.Section.At);
    }

    [Fact]
    public void Section_HoldsTheKeyphrases()
        => Assert.Equal(
            ["tea rose", "old cat"],
            _enrichment.Enrich(new PaperContent(PaperId, "r1", "The tea rose", "The old cat.")).Section.Analysis.Keyphrases!.Select(phrase => phrase.Text));

    [Theory]
    [InlineData("A rose", "A cat.", new[] { "plants", "animals" })]
    [InlineData("A rose", Some.PlainText, new[] { "plants" })]
    [InlineData("A title", "A cat.", new[] { "animals" })]
    [InlineData("A title", Some.PlainText, new string[0])]
    public void Section_HoldsTheTopicsOfTitleAndAbstract(string title, string @abstract, string[] topics)
        => Assert.Equal(
            topics, _enrichment.Enrich(new PaperContent(PaperId, "r1", title, @abstract)).Section.Analysis.Topics.Select(topic => topic.Id));
}
