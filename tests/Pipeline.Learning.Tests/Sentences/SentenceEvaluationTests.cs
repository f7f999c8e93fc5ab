using Pipeline.Learning.Sentences;
using Pipeline.Testing;

namespace Pipeline.Learning.Tests.Sentences;

public sealed class SentenceEvaluationTests : IDisposable
{
    private const string Right = """{"id":"a","sentences":["Kites fly.","They fall, e.g. Today."]}""";
    private const string WrongOnce = """{"id":"b","sentences":["Kites fly. They fall."]}""";
    private const string WrongTwice = """{"id":"c","sentences":["Kites","fly","today."]}""";

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Run_OfAFile_CountsOverAllAndPutsTheWorstAbstractFirst()
    {
        await File.WriteAllLinesAsync(_path, [Right, WrongOnce, WrongTwice], Token);

        var evaluation = await SentenceEvaluation.RunAsync(_path, mostErrors: 10, Token);

        Assert.Equal(new(3, 3, 2, 1), evaluation.Score);
        Assert.Equal(
            [("c", BoundaryErrorKind.Missed, 6), ("c", BoundaryErrorKind.Missed, 10), ("b", BoundaryErrorKind.Extra, 11)],
            evaluation.Errors.Select(error => (error.Id!, error.Kind, error.At)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    public async Task Run_WithALimit_KeepsSoManyErrors(int most, int expected)
    {
        await File.WriteAllLinesAsync(_path, [WrongOnce, WrongTwice], Token);

        Assert.Equal(expected, (await SentenceEvaluation.RunAsync(_path, most, Token)).Errors.Count);
    }

    [Theory]
    [InlineData("{\"sentences\":null}")]
    [InlineData("{\"sentences\":[\"Kites fly.\",null]}")]
    [InlineData("{\"id\":\"d\"}")]
    public async Task Run_OfALineWithoutSentences_NamesIt(string line)
    {
        await File.WriteAllLinesAsync(_path, [Right, line], Token);

        var problem = await Assert.ThrowsAsync<GoldFileException>(() => SentenceEvaluation.RunAsync(_path, 10, Token));

        Assert.Contains("line 2", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csabstruct/dev.jsonl", 0.990)]
    [InlineData("claim-medline/dev.jsonl", 0.995)]
    [InlineData("sciark/train.jsonl", 0.968)]
    public async Task Run_OfSharedData_ReachesWhatWasReached(string name, double lowest)
    {
        var path = RepositoryFiles.FindShared("data/" + name);
        Assert.SkipWhen(path is null, "The shared data is not beside this checkout.");

        Assert.InRange((await SentenceEvaluation.RunAsync(path!, 0, Token)).Score.F1, lowest, 1);
    }
}
