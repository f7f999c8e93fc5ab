using System.Text.Json;
using Pipeline.Learning.Topics;
using Pipeline.Testing;
using Pipeline.TopicClassifier.Classification;
using Pipeline.TopicClassifier.Classification.Learned;

namespace Pipeline.Learning.Tests.Topics;

public sealed class TopicTrainingTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("topics-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Train_OfOwnPapers_LearnsThemAndGivesTheSameBytesTwice()
    {
        var path = Put(Enumerable.Range(0, 60).Select(i => i % 2 == 0
            ? Line(i, "On pixels", "The image of a camera has many pixels, and each image is sharp.", "cs.CV")
            : Line(i, "On words", "The sentence of a text has many words, and each sentence is long.", "cs.CL")));

        var file = await TopicTraining.TrainAsync(path, Taxonomy.Default, _ => { }, Token);

        Assert.Equal(file, await TopicTraining.TrainAsync(path, Taxonomy.Default, _ => { }, Token));
        using var stream = new MemoryStream(file);
        var analyzer = new TopicAnalyzer(Taxonomy.Default, null, BuiltInModels.Read(stream));
        Assert.Equal(["cs.CV"], analyzer.Analyze("An image", "The camera has many pixels.").Topics.Select(topic => topic.Id));
    }

    [Theory]
    [InlineData(19, "cs.CV", "19 papers are too few")]
    [InlineData(20, "cs.XX", "no topic 'cs.XX'")]
    [InlineData(20, null, "no paper has a label")]
    public async Task Train_OfUnfitPapers_SaysWhy(int papers, string? label, string problem)
    {
        var path = Put(Enumerable.Range(0, papers).Select(i => Line(i, "T", "A.", label)));

        var refusal = await Assert.ThrowsAsync<GoldFileException>(() => TopicTraining.TrainAsync(path, Taxonomy.Default, _ => { }, Token));

        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arxiv", "arxiv-topics", 0.71, 0.41)]
    [InlineData("nlp", "forc4cl", 0.65, 0.66)]
    public async Task BuiltInModel_OnSharedData_ReachesWhatWasReached(string taxonomy, string folder, double leastMicro, double leastMacro)
    {
        var gold = RepositoryFiles.FindShared($"data/{folder}/dev.jsonl");
        Assert.SkipWhen(gold is null, "The shared data is not beside this checkout.");
        var topics = BuiltInTaxonomies.Get(taxonomy);
        var model = BuiltInModels.Find(taxonomy)!;

        var evaluation = TopicEvaluation.Of(new TopicAnalyzer(topics, null, model), model.Labels, await TopicGold.ReadAsync(gold, topics, Token));

        Assert.True(evaluation.Micro.F1 >= leastMicro, $"micro {evaluation.Micro.F1}");
        Assert.True(evaluation.MacroF1 >= leastMacro, $"macro {evaluation.MacroF1}");
    }

    private static string Line(int id, string title, string text, string? label)
        => JsonSerializer.Serialize(new { id = $"p{id}", title, @abstract = text, labels = label is null ? [] : new[] { label } });

    private string Put(IEnumerable<string> lines)
    {
        var path = Path.Combine(_directory.FullName, "own.jsonl");
        File.WriteAllLines(path, lines);
        return path;
    }
}
