using Pipeline.Learning.Evaluation;

namespace Pipeline.Learning.Tests.Evaluation;

public sealed class JudgedFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("{\"id\":\"a\",\"abstract\":\"Kites fly. They fall.\",\"sentences\":[{\"start\":0,\"end\":10,\"role\":\"result\"},{\"start\":11,\"end\":21,\"role\":\"result\"}]}", 0)]
    [InlineData("{\"id\":\"a\",\"abstract\":\"Kites fly. They fall.\",\"sentences\":[{\"start\":0,\"end\":21,\"role\":\"result\"}]}", 1)]
    [InlineData("{\"id\":\"a\",\"sentences\":[\"Kites fly. They fall.\"],\"labels\":[\"result\"]}", 0)]
    [InlineData("", 0)]
    public async Task Run_OfLabels_CountsSentencesThatTheSplitterCutsOtherwise(string line, int expected)
    {
        await File.WriteAllTextAsync(_path, line, Token);

        Assert.Equal(expected, (await RoleEvaluation.RunAsync(_path, new(), Token)).CutOtherwise);
    }

    [Fact]
    public async Task Run_OfOtherLabels_NamesFileAndAbstract()
    {
        await File.WriteAllTextAsync(_path, """{"id":"a","sentences":["Kites fly."],"labels":[1]}""", Token);

        var problem = await Assert.ThrowsAsync<GoldFileException>(() => RoleEvaluation.RunAsync(_path, new(), Token));

        Assert.StartsWith($"{_path}: a: ", problem.Message, StringComparison.Ordinal);
        Assert.NotNull((await ClaimEvaluation.RunAsync(_path, new(), Token)).MainClaims);
    }
}
