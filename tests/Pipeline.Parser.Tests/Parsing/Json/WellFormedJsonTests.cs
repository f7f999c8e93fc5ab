using System.Text;
using System.Text.Json;
using CsCheck;
using Pipeline.Parser.Parsing.Json;

namespace Pipeline.Parser.Tests.Parsing.Json;

public sealed class WellFormedJsonTests
{
    [Theory]
    [InlineData(@"""a\u0041\n\\ud800""", @"""a\u0041\n\\ud800""")]
    [InlineData(@"""\uD83D\uDE00""", @"""\uD83D\uDE00""")]
    [InlineData(@"""\ud83d""", @"""\ufffd""")]
    [InlineData(@"""\ud83dx\ude00""", @"""\ufffdx\ufffd""")]
    [InlineData(@"""\ud83d\ud83d\ude00""", @"""\ufffd\ud83d\ude00""")]
    [InlineData(@"""\ud83d\u", @"""\ufffd\u")]
    [InlineData(@"""\ud8", @"""\ud8")]
    [InlineData(@"""\", @"""\")]
    public void Repair_OfEscapes_ReplacesLoneSurrogatesOnly(string json, string repaired)
        => Assert.Equal(repaired, Encoding.UTF8.GetString(WellFormedJson.Repair(Encoding.UTF8.GetBytes(json)).Span));

    [Fact]
    public void Repair_OfAnyStringOfEscapes_GivesAStringThatCanBeRead()
        => Gen.OneOf(@"\ud83d", @"\ude00", @"\\", @"\n", "x", @"\u0041").Array[0, 12].Sample(
            parts =>
            {
                using var document = JsonDocument.Parse(WellFormedJson.Repair(Encoding.UTF8.GetBytes($"\"{string.Concat(parts)}\"")));
                var text = document.RootElement.GetString()!;
                return text == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            },
            iter: 500);
}
