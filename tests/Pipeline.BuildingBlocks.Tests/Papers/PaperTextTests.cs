using CsCheck;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Tests.Papers;

public sealed class PaperTextTests
{
    private const string Title = "A title of some length";
    private const string Abstract = "We propose a method. It reaches 91.5 %.";

    [Theory]
    [InlineData("A  title of\nsome length", Abstract)]
    [InlineData(" A title of some\u00A0length\t", Abstract)]
    [InlineData(Title, "We propose a\r\n  method. It\u2003reaches 91.5 %.\n")]
    public void Revision_OfReWrappedText_IsAnother_ButTheTextIsKnownAsReWrapped(string title, string @abstract)
    {
        Assert.NotEqual(PaperText.Revision(Title, Abstract), PaperText.Revision(title, @abstract));
        Assert.True(PaperText.IsReWrapped(Title, title));
        Assert.True(PaperText.IsReWrapped(Abstract, @abstract));
    }

    [Theory]
    [InlineData("one two", "onetwo")]
    [InlineData("one two", "one, two")]
    [InlineData("one two", "One two")]
    public void IsReWrapped_OfOtherWords_IsFalse(string left, string right) => Assert.False(PaperText.IsReWrapped(left, right));

    [Theory]
    [InlineData("a title of some length", Abstract)]
    [InlineData("A title of some length.", Abstract)]
    [InlineData("A titleof some length", Abstract)]
    [InlineData(Title, "We propose a method. It reaches 91.6 %.")]
    [InlineData(Title, "")]
    [InlineData("A title of some", "length We propose a method. It reaches 91.5 %.")]
    [InlineData(Abstract, Title)]
    public void Revision_OfOtherText_IsAnother(string title, string @abstract)
        => Assert.NotEqual(PaperText.Revision(Title, Abstract), PaperText.Revision(title, @abstract));

    [Fact]
    public void Revision_OfAFixedText_NeverChanges() => Assert.Equal("f67bcdfa5082c50d", PaperText.Revision(Title, Abstract));

    [Theory]
    [InlineData("On the Poincaré Conjecture", "on the poincare conjecture")]
    [InlineData("On the Poincaré Conjecture", "On the Poincare\u0301 Conjecture")]
    [InlineData("On the Poincaré Conjecture", @"On the Poincar\'e Conjecture")]
    [InlineData("ÅNGSTRÖM", "ångström")]
    [InlineData("Efﬁcient ﬂow", "Efficient flow")]
    [InlineData("CO₂ and x²", "CO2 and x2")]
    [InlineData("ＡＢ１２", "ab12")]
    [InlineData("State-of-the-Art: Why?", "state of the art why")]
    [InlineData("Learning $L_2$ norms", "Learning L2 norms")]
    [InlineData("{BERT}: Pre-training", "BERT Pretraining")]
    [InlineData("«Ünïcödé» — “quotes”", "Unicode quotes")]
    [InlineData("ΣΟΦΊΑ", "σοφία")]
    [InlineData("a\uD800b", "ab")]
    [InlineData(@"On the Poincar{\'e} Conjecture", "On the Poincaré Conjecture")]
    [InlineData(@"Erd\H{o}s and Ko\v{s}ice, \c{C}a va", "Erdős and Košice, Ça va")]
    [InlineData(@"Schr{\""o}dinger and M{\o}ller", "Schrödinger and Møller")]
    [InlineData(@"\textit{Deep} \textbf{Learning} of \emph{Things}", "Deep Learning of Things")]
    [InlineData(@"Learning with $\alpha$-divergence", "Learning with α-divergence")]
    [InlineData(@"$\Omega(\log n)$ bounds", "Ω(log n) bounds")]
    [InlineData(@"$\mathcal{O}(n)$ attention", "O(n) attention")]
    [InlineData(@"Bounds for $n \times m$ boards", "Bounds for n × m boards")]
    [InlineData(@"Semi--supervised~learning", "Semi-supervised learning")]
    [InlineData(@"A \\ B", "A B")]
    [InlineData(@"Typesetting in \LaTeX{}", "Typesetting in LaTeX")]
    public void TitleKey_OfSpellingsOfOneTitle_IsTheSame(string left, string right)
        => Assert.Equal(PaperText.TitleKey(left), PaperText.TitleKey(right));

    [Theory]
    [InlineData("Attention is all you need", "Attention is all we need")]
    [InlineData("GPT-2", "GPT-3")]
    [InlineData("机器学习", "机器翻译")]
    [InlineData(@"The $\alpha$ decay", @"The $\beta$ decay")]
    [InlineData(@"Using \tool", @"Using \toolbox")]
    public void TitleKey_OfOtherTitles_IsAnother(string left, string right)
        => Assert.NotEqual(PaperText.TitleKey(left), PaperText.TitleKey(right));

    [Fact]
    public void TitleKey_OfAFixedTitle_NeverChanges() => Assert.Equal("ab525a24657c3703f83fb289", PaperText.TitleKey("On the Poincaré Conjecture"));

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("?! — …")]
    [InlineData("\uD800")]
    [InlineData("\u0301")]
    public void TitleKey_WithoutALetterOrDigit_IsNull(string title)
        => Assert.Null(PaperText.TitleKey(title));

    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\r\n\u00A0", "")]
    [InlineData("a", "a")]
    [InlineData(" a\u2028 b  c ", "a b c")]
    public void CollapseWhiteSpace_LeavesSingleSpacesInside(string text, string expected)
        => Assert.Equal(expected, PaperText.CollapseWhiteSpace(text));

    [Fact]
    public void AnyTextAtAll_LoneSurrogatesIncluded_IsTaken()
        => Gen.Char.Array[0, 40].Select(characters => new string(characters)).Sample(text =>
        {
            var key = PaperText.TitleKey(text);
            Assert.True(key is null || key.Length == 24);
            Assert.Equal(16, PaperText.Revision(text, text).Length);
            Assert.Equal(PaperText.CollapseWhiteSpace(text), PaperText.CollapseWhiteSpace(PaperText.CollapseWhiteSpace(text)));
        });
}
