using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Tests.Parsing.Papers;

public sealed class PaperKeysTests
{
    private const string GivenTitleKey = "title:0123456789abcdef01234567";

    private static readonly string TitleKey = PaperIdentity.FromTitle("Sorting Wet Paper")!;

    [Theory]
    [InlineData("2409.12345v2", "arxiv:2409.12345")]
    [InlineData("arxiv:2409.12345", "arxiv:2409.12345")]
    [InlineData("https://arxiv.org/pdf/2409.12345", "arxiv:2409.12345")]
    [InlineData("https://huggingface.co/papers/2409.12345", "arxiv:2409.12345")]
    [InlineData("math.CA/0611800", "arxiv:math/0611800")]
    [InlineData("10.1000/ABC", "doi:10.1000/abc")]
    [InlineData("pmid:973217", "pmid:973217")]
    [InlineData("https://pubmed.ncbi.nlm.nih.gov/973217", "pmid:973217")]
    [InlineData("https://doi.org/10.48550/arXiv.2409.12345", "arxiv:2409.12345")]
    [InlineData(GivenTitleKey, GivenTitleKey)]
    public void Best_OfAnyFormOfId_IsItsKey(string name, string key)
        => Assert.Equal(key, PaperKeys.Of([name], "Sorting Wet Paper", null)!.Best);

    [Theory]
    [InlineData("17")]
    [InlineData("title:0123")]
    [InlineData("title:0123456789ABCDEF01234567")]
    [InlineData("")]
    [InlineData(null)]
    public void Best_OfANameThatIsNoId_IsTheTitlesKey(string? name)
    {
        var keys = PaperKeys.Of([name], "Sorting Wet Paper", null)!;

        Assert.Equal(TitleKey, keys.Best);
        Assert.Equal([TitleKey], keys.All);
    }

    [Fact]
    public void Best_OfSeveral_IsTheArxivIdAndAllAreKeptInOrder()
    {
        var keys = PaperKeys.Of([GivenTitleKey, "10.1000/x", null, "2409.12345", "2409.12345"], "Sorting Wet Paper", null)!;

        Assert.Equal("arxiv:2409.12345", keys.Best);
        Assert.Equal(new[] { "arxiv:2409.12345", "doi:10.1000/x", GivenTitleKey, TitleKey }.Order(StringComparer.Ordinal), keys.All);
    }

    [Theory]
    [InlineData("2409.12345", "arxiv:2409.12345")]
    [InlineData("none", null)]
    public void Keys_OfATitleWithoutLetters_NeedAnId(string name, string? best)
        => Assert.Equal(best, PaperKeys.Of([name], "???", null)?.Best);

    [Theory]
    [InlineData("Editorial")]
    [InlineData("Table of Contents")]
    [InlineData("A short one")]
    public void Title_ThatSaysLittle_IsNoKeyBesideOthers(string title)
    {
        Assert.Equal(["doi:10.1000/x"], PaperKeys.Of(["10.1000/x"], title, null)!.All);
        Assert.Equal([PaperIdentity.FromTitle(title)!], PaperKeys.Of([], title, null)!.All);
    }

    [Fact]
    public void ArxivId_GivenAsItsDoiToo_IsOneKey()
        => Assert.Equal(
            new[] { "arxiv:2409.12345", TitleKey },
            PaperKeys.Of(["https://doi.org/10.48550/arXiv.2409.12345", "2409.12345v2"], "Sorting Wet Paper", null)!.All);

    [Fact]
    public void ArxivIds_OfOtherPapers_AreNoKeys()
        => Assert.Equal(
            new[] { "arxiv:2409.12345", "doi:10.1000/x", TitleKey },
            PaperKeys.Of(["2409.12345", "10.1000/x", "2301.00001"], "Sorting Wet Paper", null)!.All);

    [Fact]
    public void TitleThatSaysLittle_IsAKeyTogetherWithTheFirstAuthor()
    {
        var ada = PaperKeys.Of([], "Editorial.", "Ada Wet")!;

        Assert.Equal(ada.All, PaperKeys.Of([], "EDITORIAL", "Ada Wet")!.All);
        Assert.NotEqual(ada.Best, PaperKeys.Of([], "Editorial.", "Bob Dry")!.Best);
        Assert.NotEqual(ada.Best, PaperKeys.Of([], "Editorial.", null)!.Best);
        Assert.Equal([TitleKey], PaperKeys.Of([], "Sorting Wet Paper", "Ada Wet")!.All);
        Assert.Null(PaperKeys.Of([], "?", "Ada Wet"));
    }
}
