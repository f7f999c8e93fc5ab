using Pipeline.Learning.Evaluation;
using Pipeline.Standalone.Output;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Pipeline.Standalone.Tests.Output;

public sealed class LabelScoreTablesTests
{
    private static readonly string[] Types = ["contribution", "result", "comparison", "finding", "theory", "availability", "none"];

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Tables_OfSevenClassesWithLongErrors_KeepOneLineARow(int width)
    {
        var lines = Render(LabelScoreTables.All("types", Line(Types, sentence: new string('x', 300)), width), width);

        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
        Assert.All(Types, type => Assert.Equal(2, lines.Count(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, .., { } last] && first == type && last is "-" or "12345")));
        Assert.EndsWith("x…", Assert.Single(lines, line => line.Contains("contribution → availability", StringComparison.Ordinal)).TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(1, lines.Count(line => line.Contains("xx", StringComparison.Ordinal)));
    }

    [Fact]
    public void Tables_OfAShareOfNothing_ShowADash()
        => Assert.Contains(Render(LabelScoreTables.Classes("types", Line(Types, "x"), 80), 80), line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["theory", "0", "0", "-", "-", "-"]);

    [Fact]
    public void Tables_OfASentenceThatSteersTheTerminal_ShowItsCharacters()
    {
        var lines = Render(LabelScoreTables.Binary("claims", Line(["no", "yes"], "[red]a\u001b[31m\nb"), 80), 80);

        Assert.Contains(lines, line => line.TrimEnd().EndsWith("[red]a [31m b", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(13, true)]
    [InlineData(14, false)]
    [InlineData(15, false)]
    public void Tables_CutSentencesAtWholeCharacters(int before, bool isWhole)
    {
        var sentence = new string('x', before) + "\U0001F600" + new string('y', 300);

        var text = string.Concat(Render(LabelErrorTable.Of([new("id", 0, "a", "b", 1, sentence)], 60), 60));

        Assert.DoesNotContain('\uFFFD', text);
        Assert.Equal(isWhole, text.Contains("\U0001F600", StringComparison.Ordinal));
        Assert.All(text.Index().Where(item => char.IsHighSurrogate(item.Item)), item => Assert.True(char.IsLowSurrogate(text[item.Index + 1])));
    }

    private static LabelScoreLine Line(string[] classes, string sentence) => new()
    {
        Methods = [new("stage", 0.5, null)],
        BaselinesFrom = "gold",
        Classes = [.. classes.Select(name => new ClassLine(name, 0, 0) { Precision = null, Recall = null, F1 = null })],
        Confusion = [.. classes.Select(_ => (IReadOnlyList<int>)[.. classes.Select(_ => 12345)])],
        CalibrationError = 0.0123,
        Calibration = [new(0, 0.0667, 12345) { MeanScore = 0.01, Share = 0.02 }],
        Errors = [new LabelError("an-id-that-does-not-end", 3, classes[0], classes[^2], 0.987, sentence)],
    };

    private static string[] Render(IEnumerable<IRenderable> tables, int width)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No });
        console.Profile.Width = width;
        foreach (var table in tables)
        {
            console.Write(table);
        }

        return text.ToString().Split('\n');
    }
}
