using Pipeline.Learning.Keyphrases;
using Pipeline.Testing;

namespace Pipeline.Learning.Tests.Keyphrases;

public sealed class KeyphraseEvaluationTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Run_OfLabelledTerms_CountsThemWhateverTheirCaseAndPlural()
    {
        var measured = await RunAsync("""
            {"id":"a","sentences":[{"tokens":["The","tethered","kites","have","a","long","tail","."],"entities":[[1,2,"Task"],[5,6,"Method"],[0,0,"Generic"]]},{"tokens":["A","Tethered","kite","is","flown","by","us","."],"entities":[[1,2,"Task"]]}]}
            """);

        Assert.Equal(1, measured.Papers);
        Assert.Equal((2, 2), (measured.Stage[0].Right, measured.Stage[0].Labelled));
        Assert.Equal(1, measured.Stage[0].Recall);
    }

    [Fact]
    public async Task Run_OfASpanOutsideItsSentence_NamesThePaper()
    {
        var error = await Assert.ThrowsAsync<GoldFileException>(() => RunAsync("""{"id":"a","sentences":[{"tokens":["Kites"],"entities":[[0,1,"Task"]]}]}"""));

        Assert.Contains("a: the span 0 to 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfSharedData_IsAsGoodAsTheReadmeSays()
    {
        var gold = RepositoryFiles.FindShared("data/scierc/dev.jsonl");
        Assert.SkipWhen(gold is null, "The shared data is not beside this checkout.");

        var measured = await KeyphraseEvaluation.RunAsync(gold!, TestContext.Current.CancellationToken);

        Assert.InRange(measured.Stage[0].Precision, 0.36, 1);
        Assert.InRange(measured.Stage[1].Recall, 0.32, 1);
        Assert.InRange(measured.InOrder[0].Precision, 0.1, measured.Stage[0].Precision - 0.1);
    }

    private async Task<KeyphraseEvaluation> RunAsync(string line)
    {
        await File.WriteAllTextAsync(_path, line, TestContext.Current.CancellationToken);
        return await KeyphraseEvaluation.RunAsync(_path, TestContext.Current.CancellationToken);
    }
}
