using Pipeline.Standalone.Output;
using Spectre.Console;

namespace Pipeline.Standalone.Tests.Output;

public sealed class ScreenTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\u001b[31mred", "a [31mred")]
    [InlineData("two\nlines\tand\0more", "two lines and more")]
    public void Safe_TakesControlCharactersOut_SoThatATitleCannotSteerTheTerminal(string text, string expected)
        => Assert.Equal(expected, Screen.Safe(text));

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public async Task Bar_OnAConsole_LetsTheWorkRun(int total)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(new StringWriter()), Interactive = InteractionSupport.Yes });

        var result = await Screen.WithBarAsync(console, total, report =>
        {
            report(total, "half [done]");
            return Task.FromResult(7);
        });

        Assert.Equal(7, result);
    }
}
