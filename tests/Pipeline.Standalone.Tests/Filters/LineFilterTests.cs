using System.Globalization;
using System.Text;
using Pipeline.Standalone.Filters;

namespace Pipeline.Standalone.Tests.Filters;

public class LineFilterTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1000)]
    public async Task Run_ManyLines_KeepsTheirOrder(int lines)
    {
        var input = string.Concat(Enumerable.Range(0, lines).Select(Line));

        var (output, problems, bad) = await RunAsync(input, paper => paper.Id);

        Assert.Equal(Enumerable.Range(0, lines).Select(i => $"\"{i}\""), output);
        Assert.Empty(problems);
        Assert.Equal(0, bad);
    }

    [Fact]
    public async Task Run_BadLinesAmongBlankOnes_NamesThemByTheirNumberAndGoesOn()
    {
        var input = Line(0) + "\n  \nno json\n" + string.Concat(Enumerable.Range(1, 40).Select(Line)) + "{\"id\":\"x\"}\n" + Line(41);

        var (output, problems, bad) = await RunAsync(input, paper => paper.Id);

        Assert.Equal(Enumerable.Range(0, 42).Select(i => $"\"{i}\""), output);
        Assert.Equal(2, bad);
        Assert.StartsWith("line 4: is not the JSON object expected", problems[0], StringComparison.Ordinal);
        Assert.StartsWith("line 45: has neither abstract nor sentences", problems[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_StageThatThrows_ThrowsTheSame()
    {
        var input = string.Concat(Enumerable.Range(0, 1000).Select(Line));

        await Assert.ThrowsAsync<NotSupportedException>(() => RunAsync(input, paper => paper.Id == "500" ? throw new NotSupportedException() : paper.Id));
    }

    private static string Line(int id) => string.Create(CultureInfo.InvariantCulture, $"{{\"id\":\"{id}\",\"abstract\":\"We see.\"}}\n");

    private static async Task<(string[] Output, string[] Problems, int Bad)> RunAsync<TOutput>(string input, Func<FilterInput, TOutput> stage)
    {
        using var output = new MemoryStream();
        await using var problems = new StringWriter(CultureInfo.InvariantCulture);
        var bad = await LineFilter.RunAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(input)), output, problems, stage, TestContext.Current.CancellationToken);
        return (Lines(Encoding.UTF8.GetString(output.ToArray())), Lines(problems.ToString()), bad);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
