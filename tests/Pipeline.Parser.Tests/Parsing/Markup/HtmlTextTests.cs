using Pipeline.Parser.Parsing.Markup;

namespace Pipeline.Parser.Tests.Parsing.Markup;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("  two\n  lines ", "two\n  lines")]
    [InlineData("<p>One</p>\n  <p>Two <b>bold</b> words</p>", "One\nTwo bold words")]
    [InlineData("a<br/>b<BR>c", "a\nb\nc")]
    [InlineData("H<sub>2</sub>O and x<jats:sup>2</jats:sup>", "H2O and x2")]
    [InlineData("<jats:p>Text</jats:p>", "Text")]
    [InlineData("caf&eacute; &amp; bar &#8211; &#x2265; &#146;", "café & bar – ≥ ’")]
    [InlineData("safe<script type=\"text/javascript\">alert('<b>')</script> text", "safe text")]
    [InlineData("a<style>p { color: red }</style>b<!-- c --><iframe src=\"x\">d</iframe>e", "abe")]
    [InlineData("<a href=\"x>y\" title='<'>link</a>", "link")]
    [InlineData("cut <script>no end", "cut")]
    [InlineData("cut <!-- no end", "cut")]
    public void Html_BecomesTheTextForReaders(string html, string text) => Assert.Equal(text, HtmlText.Of(html));

    [Theory]
    [InlineData("p<q and q>r")]
    [InlineData("if a < b then c > d")]
    [InlineData("when n<b and c")]
    [InlineData("the <TeX> system")]
    [InlineData("$x<y$ and <5 nm")]
    [InlineData("AT&T; R&D &nosuch; & more")]
    [InlineData("<p")]
    public void Text_ThatOnlyLooksLikeMarkup_StaysAsItStands(string text) => Assert.Equal(text, HtmlText.Of(text));
}
