using System.Text;
using CsCheck;
using Pipeline.Parser.Parsing.Bytes;

namespace Pipeline.Parser.Tests.Parsing.Bytes;

public sealed class LineSplitterTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "1a")]
    [InlineData("a\n", "1a;")]
    [InlineData("a\r\nb\rc\n\nd", "1a;2b;3c;4;5d")]
    [InlineData("\r\n\r\n", "1;2;")]
    [InlineData("abcd\nabcde\nabcdef", "1abcd;2-;3-")]
    public async Task Lines_OfAnyText_EndAtAnyLineEnd(string text, string expected)
    {
        foreach (var most in (int[])[1, 2, 3, 100])
        {
            Assert.Equal(expected, string.Concat((await SplitAsync(text, most)).Select((line, i) => (i == 0 ? "" : ";") + line.Shown)) + End(await SplitAsync(text, most)));
        }
    }

    [Fact]
    public Task Lines_OfAnyText_AreThoseAReaderOfLinesGives()
        => Gen.OneOf("\r", "\n", "a", "bcd").Array[0, 30].SampleAsync(
            async parts =>
            {
                var text = string.Concat(parts);
                var expected = new List<string>();
                using var reader = new StringReader(text);
                while (await reader.ReadLineAsync() is { } line)
                {
                    expected.Add(line);
                }

                return expected.SequenceEqual((await SplitAsync(text, 2, maxBytes: 1000)).Select(line => line.Text));
            },
            iter: 300);

    private static string End(List<(string Shown, string Text, bool HasEnd)> lines) => lines.Count > 0 && lines[^1].HasEnd ? ";" : "";

    private static async Task<List<(string Shown, string Text, bool HasEnd)>> SplitAsync(string text, int most, int maxBytes = 4)
    {
        var lines = new List<(string, string, bool)>();
        await using var content = new DrippingStream(Encoding.UTF8.GetBytes(text), most);
        await foreach (var line in LineSplitter.ReadAsync(content, maxBytes, TestContext.Current.CancellationToken))
        {
            var read = Encoding.UTF8.GetString(line.Bytes.Span);
            lines.Add(($"{line.Number}{(line.IsTooLong ? "-" : read)}", read, line.HasEnd));
        }

        return lines;
    }
}
