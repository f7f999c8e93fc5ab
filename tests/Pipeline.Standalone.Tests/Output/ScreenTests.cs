using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Tests.Output;

public sealed class ScreenTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\u001b[31mred", "a [31mred")]
    [InlineData("two\nlines\tand\0more", "two lines and more")]
    public void Safe_TakesControlCharactersOut_SoThatATitleCannotSteerTheTerminal(string text, string expected)
        => Assert.Equal(expected, Screen.Safe(text));
}
