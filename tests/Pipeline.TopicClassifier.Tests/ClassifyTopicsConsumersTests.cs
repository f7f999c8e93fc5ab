using Pipeline.BuildingBlocks.Messaging;
using Pipeline.Contracts;
using Pipeline.TopicClassifier.Classification;
using Pipeline.TopicClassifier.Classification.Keyphrases;
using Pipeline.TopicClassifier.Tests.Support;

namespace Pipeline.TopicClassifier.Tests;

public sealed class ClassifyTopicsConsumersTests
{
    private const string PaperId = "arxiv:2401.00001";
    private const string Title = "Shallow quantum circuits";
    private const string Abstract = "We compile a quantum algorithm to fewer qubits and measure entanglement on quantum hardware.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PaperParsed_IsStoredAndAnnounced()
    {
        await using var stage = await TopicClassifierProcess.StartAsync();
        stage.Papers.Add(PaperId, "r1");

        await stage.Bus.PublishPaperParsedAsync(Parsed(), Token);

        await AssertAnnouncedAsync(stage);
    }

    [Fact]
    public async Task ClassifyTopics_IsStoredAndAnnounced()
    {
        await using var stage = await TopicClassifierProcess.StartAsync();
        stage.Papers.Add(PaperId, "r1");

        await stage.Bus.PublishCommandAsync(Again(), Token);

        await AssertAnnouncedAsync(stage);
    }

    [Fact]
    public async Task APaper_DoneTwice_IsAnnouncedWithTheSameIdOnEitherWay()
    {
        await using var stage = await TopicClassifierProcess.StartAsync();
        stage.Papers.Add(PaperId, "r1");

        await stage.Bus.PublishPaperParsedAsync(Parsed(), Token);
        var first = await stage.Published.NextAsync<TopicsClassified>();
        await stage.Bus.PublishCommandAsync(Again(), Token);
        var second = await stage.Published.NextAsync<TopicsClassified>();

        Assert.Equal(first.Id, second.Id);
        Assert.Equivalent(first.Message, second.Message, strict: true);
    }

    [Fact]
    public async Task APaper_ThatHasMovedOn_IsLeftAlone()
    {
        await using var stage = await TopicClassifierProcess.StartAsync(
            ("TopicClassifier:BatchSize", "2"), ("TopicClassifier:BatchWait", "00:00:10"));
        stage.Papers.Add(PaperId, "r2");
        stage.Papers.Add("arxiv:2401.00002", "r1");

        await stage.Bus.PublishPaperParsedAsync(Parsed(), Token);
        await stage.Bus.PublishPaperParsedAsync(Parsed() with { PaperId = "arxiv:2401.00002" }, Token);
        var (message, _) = await stage.Published.NextAsync<TopicsClassified>();
        await stage.Bus.StopAsync(Token);

        Assert.Equal("arxiv:2401.00002", message.PaperId);
        Assert.Empty(stage.Published.Rest<TopicsClassified>());
        Assert.Equal(["arxiv:2401.00002"], stage.Papers.Sections.Keys);
    }

    private static async Task AssertAnnouncedAsync(TopicClassifierProcess stage)
    {
        var analyzer = TopicAnalyzer.BuiltIn(Taxonomy.Default, new TopicClassifierOptions().MinimumScore);
        var expected = analyzer.Analyze(Title, Abstract) with { Keyphrases = KeyphraseExtractor.Extract(Title, Abstract) };
        var (message, _) = await stage.Published.NextAsync<TopicsClassified>();

        Assert.NotEmpty(message.Topics);
        Assert.Equal(expected.Topics.Select(topic => topic.Id), message.Topics);
        Assert.Equal((PaperId, "r1", analyzer.Version.ToString()), (message.PaperId, message.Revision, message.StageVersion));
        Assert.Equivalent(expected, stage.Papers.Sections[PaperId].Analysis, strict: true);
    }

    private static PaperParsed Parsed() => new() { PaperId = PaperId, Revision = "r1", Title = Title, Abstract = Abstract };

    private static ClassifyTopics Again() => new() { PaperId = PaperId, Revision = "r1", Title = Title, Abstract = Abstract };
}
