using System.Globalization;
using CsCheck;
using Pipeline.ClaimExtractor.Extraction;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

/// <summary>What holds for the sentences of any text at all.</summary>
public sealed class SentenceSplitterInvariantTests
{
    private const int Megabyte = 1_000_000;

    // Pieces that the rules react to, put together in any order.
    private static readonly string[] Pieces =
    [
        "We fly", "kites", "KITE", "RESULTS", "RESULT(S)", "Abstract", "Background:", "METHODS AND", "e.g", "et al", "J", "U.S", "iii", "mRNA", "p53", "12", "2019", "5%", ".", ".", ". ", ". ", "...", "?", "!", "! ",
        "。", "…", ":", "; ", ", ", "(", ")", "[", "]", "[1].", "\"", "'", "”", "“", "/", "@", "\\", "-", "–", " ", "  ", "\n", "\n\n", "\r\n \n", "\t", "\u00a0", "©", "α", "\U0001F600", "\ud83d", "\ude00", "\0",
    ];

    private static readonly Gen<string> Noise = Gen.Char['\0', '\uffff'].Array[0, 200].Select(chars => new string(chars));

    private static readonly Gen<string> Texts = Gen.OneOf(Noise, Gen.OneOf(Pieces).Array[0, 80].Select(string.Concat), Gen.Select(Noise, Gen.OneOf(Pieces).Array[0, 80].Select(string.Concat), string.Concat));

    [Fact]
    public void Split_AnyText_SentencesTileIt() => Texts.Sample(Check, iter: 5_000);

    // Work that grows faster than the text would not come to an end here.
    [Theory]
    [InlineData(".")]
    [InlineData("A.")]
    [InlineData("A. ")]
    [InlineData(" ")]
    [InlineData("(")]
    [InlineData(". )")]
    [InlineData("\n ")]
    [InlineData("...\n")]
    [InlineData("RESULTS ")]
    [InlineData("Abstract ")]
    [InlineData("kite.6")]
    [InlineData("kite.We")]
    [InlineData(". [1")]
    [InlineData("kite. ”")]
    public void Split_AMegabyteOfOneKind_SentencesTileIt(string unit) => Check(string.Concat(Enumerable.Repeat(unit, Megabyte / unit.Length)));

    private static void Check(string text)
    {
        var end = 0;
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            Assert.True(end <= sentence.Start && sentence.Start < sentence.End && sentence.End <= text.Length, Escaped(text));
            Assert.True(text.AsSpan(end, sentence.Start - end).IsWhiteSpace(), Escaped(text));
            Assert.False(char.IsWhiteSpace(text[sentence.Start]) || char.IsWhiteSpace(text[sentence.End - 1]), Escaped(text));
            Assert.False(sentence.End < text.Length && char.IsSurrogatePair(text[sentence.End - 1], text[sentence.End]), Escaped(text));
            end = sentence.End;
        }

        Assert.True(text.AsSpan(end).IsWhiteSpace(), Escaped(text));
    }

    private static string Escaped(string text)
        => text.Length > 1000 ? "" : string.Concat(text.Select(c => c is > ' ' and < '\u007f' ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")));
}
