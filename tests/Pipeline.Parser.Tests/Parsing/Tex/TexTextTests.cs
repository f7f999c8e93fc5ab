using CsCheck;
using Pipeline.Parser.Parsing.Tex;

namespace Pipeline.Parser.Tests.Parsing.Tex;

public sealed class TexTextTests
{
    [Theory]
    [InlineData(@"Caf\'e", "Café")]
    [InlineData(@"Caf\'{e}", "Café")]
    [InlineData(@"Caf{\'e}", "Café")]
    [InlineData(@"Caf{\'{e}}", "Café")]
    [InlineData(@"K{\""o}rper", "Körper")]
    [InlineData(@"Stra\ss e", "Straße")]
    [InlineData(@"Stra{\ss}e", "Straße")]
    [InlineData(@"Stra\ss{}e", "Straße")]
    [InlineData(@"Bj{\o}rn \O ystein", "Bjørn Øystein")]
    [InlineData(@"\v{S}koda \v Skoda", "Škoda Škoda")]
    [InlineData(@"Mart\'{\i}nez Mart\'\inez", "Martínez Mart\\'\\inez")]
    [InlineData(@"Mart\'\i nez", "Martínez")]
    [InlineData(@"Fran\c{c}ois", "François")]
    [InlineData(@"\'{x}", "x\u0301")]
    [InlineData(@"\'", @"\'")]
    [InlineData(@"\'{ab}", @"\'{ab}")]
    [InlineData(@"\nu \sqrt{2}", @"\nu \sqrt{2}")]
    [InlineData(@"$\'e$ \'e", @"$\'e$ é")]
    [InlineData(@"costs \$5, \'e", @"costs \$5, é")]
    [InlineData("{Braces} -- stay~here", "{Braces} -- stay~here")]
    public void Accented_TurnsAccentsIntoLettersAndNothingElse(string tex, string text) => Assert.Equal(text, TexText.Accented(tex));

    [Theory]
    [InlineData("{NASA} and {{eLife}}", "NASA and eLife")]
    [InlineData("12--23 a---b", "12–23 a—b")]
    [InlineData("Fig.~1", "Fig. 1")]
    [InlineData("``quoted'' text", "“quoted” text")]
    [InlineData(@"R\&D 5\% \_ \# \$5 \{x\}", "R&D 5% _ # $5 {x}")]
    [InlineData(@"\emph{very} \textbf{bold} {\it slanted}", "very bold slanted")]
    [InlineData(@"a\\b a\,b hy\-phen", "a b a b hyphen")]
    [InlineData(@"$x_{i} -- \{y\}$ -- {z}", @"$x_{i} -- \{y\}$ – z")]
    [InlineData(@"$$a{b}$$ {c}", "$$a{b}$$ c")]
    [InlineData("5$ {and} more", "5$ and more")]
    [InlineData(@"\alpha stays \LaTeX", @"\alpha stays LaTeX")]
    [InlineData(@"ends with \", @"ends with \")]
    [InlineData(@"\(a{b}\)", @"\(ab\)")]
    public void Plain_GivesTheTextAsPrinted(string tex, string text) => Assert.Equal(text, TexText.Plain(tex));

    [Fact]
    public void TexText_OfAnything_NeverThrowsNorGrowsMuch()
        => Gen.OneOf(Gen.OneOf("\\", "'", "{", "}", "$", "\"", "e", "\\i", "\\ss", " ", "--", "\\v", "\\'"), Gen.String[0, 3]).Array[0, 60].Sample(
            pieces =>
            {
                var text = string.Concat(pieces);
                return TexText.Plain(text).Length <= (2 * text.Length) + 10 && TexText.Accented(text).Length <= (2 * text.Length) + 10;
            },
            iter: 3000);
}
