namespace Pipeline.Learning.Tests;

public sealed class GoldFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Read_SkipsEmptyLinesAndUnknownNames()
    {
        await File.WriteAllTextAsync(_path, "{\"id\":\"a\",\"more\":1}\n\n{\"ID\":\"b\"}\n", Token);

        Assert.Equal(["a", "b"], await GoldFile.ReadAsync<Row>(_path, Token).Select(row => row.Id).ToListAsync(Token));
    }

    [Theory]
    [InlineData("{\"id\":\"a\"}\nnonsense", "line 2")]
    [InlineData("{\"other\":1}", "line 1")]
    [InlineData("null", "line 1")]
    public async Task Read_OfABadLine_NamesIt(string content, string expected)
    {
        await File.WriteAllTextAsync(_path, content, Token);

        var problem = await Assert.ThrowsAsync<GoldFileException>(async () => await GoldFile.ReadAsync<Row>(_path, Token).CountAsync(Token));

        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.Contains(_path, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_OfAMissingFile_NamesIt()
    {
        var problem = await Assert.ThrowsAsync<GoldFileException>(async () => await GoldFile.ReadAsync<Row>(_path, Token).CountAsync(Token));

        Assert.Contains(_path, problem.Message, StringComparison.Ordinal);
    }

    private sealed record Row(string Id);
}
