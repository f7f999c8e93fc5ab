using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Arxiv;

namespace Pipeline.Parser.Tests.Parsing.Arxiv;

public sealed class ArxivNoticeTests
{
    [Theory]
    [InlineData("This paper has been withdrawn")]
    [InlineData("This paper has been withdrawn by the author due to a crucial error in equation 1.")]
    [InlineData("This submission has been withdrawn by arXiv administrators because it contains inappropriate overlap.")]
    [InlineData("12 pages. This paper has been withdrawn, see arXiv:0704.0001")]
    [InlineData("This article was withdrawn by the authors")]
    [InlineData("This paper has been withdrawn from arXiv")]
    [InlineData("The paper has been withdrawn by the author.")]
    [InlineData("Paper withdrawn")]
    [InlineData("Withdrawn by the authors; a gap in the proof")]
    public void Notice_InArxivsWords_IsAWithdrawal(string comment)
    {
        Assert.Equal(PaperState.Withdrawn, ArxivNotice.StateOf(comment, "We sort."));
        Assert.Equal(PaperState.Withdrawn, ArxivNotice.StateOf(null, comment));
    }

    [Theory]
    [InlineData("We study why a paper is withdrawn.")]
    [InlineData("Notices such as \"This paper has been withdrawn\" are counted.")]
    [InlineData("We ask whether this paper has been withdrawn.")]
    [InlineData("This paper has been withdrawn from ICML and submitted elsewhere.")]
    [InlineData("An earlier version has been withdrawn.")]
    [InlineData("The paper was withdrawn after two years; such cases are rare.")]
    [InlineData("This paper has withdrawn support for the claim.")]
    [InlineData("Withdrawn patients are modelled apart.")]
    [InlineData("Alcohol withdrawn mice")]
    public void Text_AboutWithdrawal_IsNone(string text)
    {
        Assert.Equal(PaperState.Active, ArxivNotice.StateOf(text, null));
        Assert.Equal(PaperState.Active, ArxivNotice.StateOf("9 pages", text));
    }

    [Theory]
    [InlineData("http://arxiv.org/abs/2409.12345v12", 12)]
    [InlineData("oai:arXiv.org:2508.13426v1", 1)]
    [InlineData("hep-th/9901001v3", 3)]
    [InlineData("2409.12345", null)]
    [InlineData("Rev1", null)]
    [InlineData(null, null)]
    public void Version_OfAnId_IsItsEnding(string? id, int? version) => Assert.Equal(version, ArxivVersion.Of(id));
}
