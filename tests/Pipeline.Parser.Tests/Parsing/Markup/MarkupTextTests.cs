using Pipeline.Parser.Parsing.Markup;

namespace Pipeline.Parser.Tests.Parsing.Markup;

public sealed class MarkupTextTests
{
    [Theory]
    [InlineData("<jats:title>Abstract</jats:title><jats:p>We sort.</jats:p>", "We sort.")]
    [InlineData("<jats:sec>\n  <jats:title>Background</jats:title>\n  <jats:p>Wet\n   paper.</jats:p></jats:sec>", "Background\n\nWet paper.")]
    [InlineData("<p>One.</p><p>Two.</p>", "One.\n\nTwo.")]
    [InlineData("CO<sub>2</sub> and <i>E. coli</i>", "CO2 and E. coli")]
    [InlineData("a <jats:inline-formula><mml:math display=\"block\"><mml:mi>x</mml:mi></mml:math></jats:inline-formula> b", "a x b")]
    [InlineData("R&amp;D, p &lt; 0.05, &eacute;&#233;", "R&D, p < 0.05, éé")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("<script>alert('<p>x</p>')</script>kept<style>p{}</style>", "kept")]
    [InlineData("<script>no end", "")]
    [InlineData("a<!-- comment -->b", "ab")]
    [InlineData("Abstract<p>", "Abstract")]
    public void Abstract_WithMarkup_IsItsWords(string text, string expected) => Assert.Equal(expected, MarkupText.Abstract(text));

    [Theory]
    [InlineData("  plain\n text ")]
    [InlineData("where x<y and y>z")]
    [InlineData("p<0.05, x <b, <unknown>tag</unknown>, <http://example.org>")]
    [InlineData("ends with <")]
    [InlineData("ends with <p")]
    [InlineData("<!-- no end")]
    [InlineData(null)]
    public void Abstract_WithoutKnownTags_StaysAsItIs(string? text) => Assert.Equal(text, MarkupText.Abstract(text));

    [Theory]
    [InlineData("<i>Special Issue:</i> Expanding the Toolbox", "Special Issue: Expanding the Toolbox")]
    [InlineData(" <b>A</b> &amp; B ", "A & B")]
    [InlineData("Plain", "Plain")]
    public void Title_WithMarkup_IsItsWords(string text, string expected) => Assert.Equal(expected, MarkupText.Title(text));

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
    public void Lines_OfHtml_AreTheTextForReaders(string html, string text) => Assert.Equal(text, MarkupText.Lines(html));

    [Theory]
    [InlineData("p<q and q>r")]
    [InlineData("if a < b then c > d")]
    [InlineData("when n<b and c")]
    [InlineData("the <TeX> system")]
    [InlineData("$x<y$ and <5 nm")]
    [InlineData("AT&T; R&D &nosuch; & more")]
    [InlineData("<p")]
    [InlineData("cut <!-- no end")]
    public void Lines_OfWhatOnlyLooksLikeMarkup_StayAsTheyStand(string text) => Assert.Equal(text, MarkupText.Lines(text));
}
