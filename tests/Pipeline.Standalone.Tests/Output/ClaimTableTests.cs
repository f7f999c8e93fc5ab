using Pipeline.BuildingBlocks.Papers;
using Pipeline.Standalone.Output;
using Spectre.Console;

namespace Pipeline.Standalone.Tests.Output;

public sealed class ClaimTableTests
{
    private const string Text = "FooNet lifts accuracy by 5 % over [Bar] and is 3 times faster on CIFAR-10 and on everything else that was tried.";

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public async Task Build_AtThisWidth_KeepsWordsWholeAndFits(int width)
    {
        var lines = await RenderAsync(new(), width);

        Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 0, width));
        var text = string.Join('\n', lines);
        foreach (var word in new[] { "comparison", "0.50 main", "5 % increase", "- metric accuracy", "- against [Bar]", "- on CIFAR-10", "3 times", "title:0123456789abcdef01234567", "«accuracy»", "«5 %»" })
        {
            Assert.Contains(word, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Build_WhenNumbersWereAskedFor_ShowsAndMarksThoseOnly()
    {
        var text = string.Join('\n', await RenderAsync(new() { Unit = "%" }, 120));

        Assert.Contains("«5 %»", text, StringComparison.Ordinal);
        Assert.DoesNotContain("«3 times", text, StringComparison.Ordinal);
    }

    private static async Task<string[]> RenderAsync(ClaimQuery query, int width)
    {
        var table = await ClaimTable.BuildAsync(Hits(), new(query), color: false, TestContext.Current.CancellationToken);
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = width;
        console.Write(table);
        return writer.ToString().ReplaceLineEndings("\n").Split('\n');
    }

    private static async IAsyncEnumerable<ClaimHit> Hits()
    {
        await Task.Yield();
        yield return new()
        {
            PaperId = "title:0123456789abcdef01234567",
            Title = "A title that is as long as titles of papers usually are, or even a little longer",
            Revision = "r",
            Extractor = new() { Name = "cues", Version = "1" },
            Main = true,
            Claim = Claim.From("p", Text, new(0, Text.Length), ClaimType.Comparison, 0.5, [Number("5 %", "%", "accuracy", "[Bar]"), Number("3 times", "x", null, null)]),
        };
    }

    private static Quantity Number(string words, string unit, string? metric, string? baseline) => Quantity.From(Text, At(words), new()
    {
        Values = [1],
        Unit = unit,
        Kind = QuantityKind.Percent,
        Direction = QuantityDirection.Increase,
        Metric = metric is null ? null : At(metric),
        Baseline = baseline is null ? null : At(baseline),
        Dataset = At("CIFAR-10"),
        Confidence = 1,
    });

    private static TextSpan At(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return new(start, start + words.Length);
    }
}
