using Pipeline.ClaimExtractor.Extraction.Discourse;
using Pipeline.Learning.Discourse;

namespace Pipeline.Learning.Tests.Discourse;

public sealed class DiscourseTrainingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Train_Twice_GivesTheSameBytes()
        => Assert.Equal(await TrainAsync(InventedCorpus.Create()), await TrainAsync(InventedCorpus.Create()));

    [Fact]
    public async Task Train_GivesAModelThatLearnedTheLabels()
    {
        var corpus = InventedCorpus.Create();
        var model = new DiscourseModel(DiscourseModelFile.Read(new MemoryStream(await TrainAsync(corpus))));

        var answers = model.Answers("A tail for box kites", corpus.Train.First(example => example.Register == Register.Arxiv).Text);

        Assert.Equal([0, 2, 3], Likeliest(answers[Array.IndexOf(DiscourseHead.Chains, DiscourseHead.Roles)], DiscourseHead.Roles.Labels));
        Assert.Equal([0, 1, 3], Likeliest(answers[Array.IndexOf(DiscourseHead.Chains, DiscourseHead.Claims)], DiscourseHead.Claims.Labels));
    }

    [Fact]
    public async Task Train_IsStopped_WhenAsked()
        => await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => DiscourseTraining.TrainAsync(InventedCorpus.Create(), _ => { }, new CancellationToken(canceled: true)));

    private static async Task<byte[]> TrainAsync(DiscourseCorpus corpus)
    {
        using var file = new MemoryStream();
        DiscourseModelFile.Write(file, await DiscourseTraining.TrainAsync(corpus, _ => { }, Token));
        return file.ToArray();
    }

    private static IEnumerable<int> Likeliest(double[] answers, int labels)
        => answers.Chunk(labels).Select(chunk => Array.IndexOf(chunk, chunk.Max()));
}
