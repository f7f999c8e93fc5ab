using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Tests.Papers;

public sealed class PaperIdentityTests
{
    [Theory]
    [InlineData("2409.12345")]
    [InlineData(" 2409.12345\n")]
    [InlineData("2409.12345v1")]
    [InlineData("2409.12345v999")]
    [InlineData("arXiv:2409.12345")]
    [InlineData("arxiv:2409.12345v2")]
    [InlineData("oai:arXiv.org:2409.12345")]
    [InlineData("https://arxiv.org/abs/2409.12345")]
    [InlineData("http://www.arxiv.org/abs/2409.12345v3/")]
    [InlineData("https://export.arxiv.org/pdf/2409.12345")]
    [InlineData("https://arxiv.org/pdf/2409.12345v2.pdf")]
    [InlineData("https://arxiv.org/html/2409.12345v1")]
    [InlineData("https://huggingface.co/papers/2409.12345")]
    [InlineData("https://www.huggingface.co/papers/2409.12345")]
    [InlineData("https://arxiv.org/abs/2409.12345?context=cs.LG")]
    [InlineData("https://arxiv.org/html/2409.12345v2#S3")]
    [InlineData("arXiv:2409.12345v1 [cs.CL]")]
    [InlineData("10.48550/arXiv.2409.12345")]
    [InlineData("doi:10.48550/ARXIV.2409.12345")]
    [InlineData("https://doi.org/10.48550/arXiv.2409.12345")]
    [InlineData("info:doi/10.48550/arxiv.2409.12345v2")]
    public void FromArxiv_AnyFormOfANewId_GivesTheIdWithoutVersion(string text)
        => Assert.Equal("arxiv:2409.12345", PaperIdentity.FromArxiv(text));

    [Theory]
    [InlineData("math/0611800")]
    [InlineData("math.CA/0611800")]
    [InlineData("MATH.ca/0611800v2")]
    [InlineData("arXiv:math.CA/0611800")]
    [InlineData("oai:arXiv.org:math/0611800")]
    [InlineData("http://arxiv.org/abs/math.CA/0611800v1")]
    [InlineData("https://arxiv.org/pdf/math/0611800.pdf")]
    [InlineData("https://doi.org/10.48550/arXiv.math/0611800")]
    [InlineData("arXiv:math/0611800v1 [math.CA]")]
    public void FromArxiv_AnyFormOfAnOldId_GivesTheIdWithoutSubjectClass(string text)
        => Assert.Equal("arxiv:math/0611800", PaperIdentity.FromArxiv(text));

    [Theory]
    [InlineData("0704.0001", "arxiv:0704.0001")]
    [InlineData("1501.00001", "arxiv:1501.00001")]
    [InlineData("cond-mat/9609089", "arxiv:cond-mat/9609089")]
    [InlineData("cond-mat.mtrl-sci/9609089", "arxiv:cond-mat/9609089")]
    [InlineData("acc-phys/9411001", "arxiv:acc-phys/9411001")]
    [InlineData("hep-th/9901001", "arxiv:hep-th/9901001")]
    [InlineData("cs.CL/0102003v3", "arxiv:cs/0102003")]
    public void FromArxiv_OtherYearsAndArchives_AreRead(string text, string expected)
        => Assert.Equal(expected, PaperIdentity.FromArxiv(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2409.123")]
    [InlineData("2409.123456")]
    [InlineData("240.12345")]
    [InlineData("24091.2345")]
    [InlineData("2409.12345v")]
    [InlineData("2409.12345v1000")]
    [InlineData("٢٤٠٩.١٢٣٤٥")]
    [InlineData("math/061180")]
    [InlineData("math/06118000")]
    [InlineData("math.C/0611800")]
    [InlineData("m/0611800")]
    [InlineData("see arXiv:2409.12345")]
    [InlineData("2409.12345 and more")]
    [InlineData("https://arxiv.org/list/2409.12345")]
    [InlineData("https://notarxiv.org/abs/2409.12345")]
    [InlineData("https://arxiv.org.example/abs/2409.12345")]
    [InlineData("https://huggingface.co/datasets/2409.12345")]
    [InlineData("10.1000/xyz")]
    public void FromArxiv_OfAnythingElse_IsNull(string? text) => Assert.Null(PaperIdentity.FromArxiv(text));

    [Theory]
    [InlineData("10.1000/XYZ", "doi:10.1000/xyz")]
    [InlineData("doi:10.1000/xyz", "doi:10.1000/xyz")]
    [InlineData("DOI: 10.1000/xyz", "doi:10.1000/xyz")]
    [InlineData("https://doi.org/10.1000/xyz", "doi:10.1000/xyz")]
    [InlineData("http://dx.doi.org/10.1000/xyz", "doi:10.1000/xyz")]
    [InlineData("10.123456789/a(b)c/d", "doi:10.123456789/a(b)c/d")]
    [InlineData("https://www.doi.org/10.1000/XYZ", "doi:10.1000/xyz")]
    [InlineData("doi.org/10.1000/xyz", "doi:10.1000/xyz")]
    [InlineData("info:doi/10.1000/xyz", "doi:10.1000/xyz")]
    [InlineData("urn:doi:10.1000/xyz", "doi:10.1000/xyz")]
    [InlineData("https://doi.org/10.1000%2Fxyz%3C1%3E", "doi:10.1000/xyz<1>")]
    [InlineData("10.1000/xyz.", "doi:10.1000/xyz")]
    [InlineData("10.48550/arXiv.2409.12345", "arxiv:2409.12345")]
    public void FromDoi_AnyForm_GivesTheDoiInLowerCase(string text, string expected)
        => Assert.Equal(expected, PaperIdentity.FromDoi(text));

    [Theory]
    [InlineData(null)]
    [InlineData("10.100/xyz")]
    [InlineData("10.1234567890/xyz")]
    [InlineData("10.1000/")]
    [InlineData("10.1000/x y")]
    [InlineData("11.1000/xyz")]
    [InlineData("10.1000/.")]
    [InlineData("https://example.org/10.1000/xyz")]
    [InlineData("2409.12345")]
    public void FromDoi_OfAnythingElse_IsNull(string? text) => Assert.Null(PaperIdentity.FromDoi(text));

    [Fact]
    public void FromTitle_IsTheTitleKey_OrNullWithoutALetterOrDigit()
    {
        Assert.Equal($"title:{PaperText.TitleKey("A title")}", PaperIdentity.FromTitle("A title"));
        Assert.Null(PaperIdentity.FromTitle("?!"));
    }

    [Theory]
    [InlineData("https://arxiv.org/abs/2409.12345v2", "arxiv:2409.12345")]
    [InlineData("arxiv:2409.12345", "arxiv:2409.12345")]
    [InlineData("https://doi.org/10.1000/XYZ", "doi:10.1000/xyz")]
    [InlineData("10.48550/arXiv.2409.12345", "arxiv:2409.12345")]
    [InlineData(" title:0123456789abcdef01234567 ", "title:0123456789abcdef01234567")]
    [InlineData("PMID: 0973217", "pmid:973217")]
    [InlineData("https://www.ncbi.nlm.nih.gov/pubmed/973217/", "pmid:973217")]
    [InlineData("pmid:0", "pmid:0")]
    [InlineData("973217", "973217")]
    [InlineData("something else", "something else")]
    public void Lookup_ReadsWhateverAPersonTypes(string text, string expected)
        => Assert.Equal(expected, PaperIdentity.Lookup(text));

    [Theory]
    [InlineData("arxiv:2409.00001 title:t", "arxiv:2409.00001 title:t", true)]
    [InlineData("arxiv:2409.00001 title:t", "arxiv:2409.00002 title:t", false)]
    [InlineData("arxiv:2409.00001 title:t", "title:t", true)]
    [InlineData("doi:10.1000/a title:t", "doi:10.1000/b title:t", false)]
    [InlineData("arxiv:2409.00001 title:t", "doi:10.1000/b title:t", true)]
    [InlineData("arxiv:2409.00001 doi:10.1000/a", "arxiv:2409.00001 doi:10.1000/b", true)]
    [InlineData("arxiv:2409.00001 doi:10.48550/arxiv.2409.00001 title:t", "doi:10.1000/b title:t", true)]
    [InlineData("pmid:1 title:t", "pmid:2 title:t", false)]
    [InlineData("doi:10.1000/a pmid:1", "doi:10.1000/a pmid:2", true)]
    [InlineData("doi:10.1000/a title:t", "pmid:2 title:t", true)]
    public void MayBeSame_IsDecidedByTheSurestKindOfKeyThatBothHave(string left, string right, bool expected)
    {
        Assert.Equal(expected, PaperIdentity.MayBeSame(left.Split(' '), right.Split(' ')));
        Assert.Equal(expected, PaperIdentity.MayBeSame(right.Split(' '), left.Split(' ')));
    }

    [Theory]
    [InlineData("title:t doi:10.1000/a arxiv:2409.00001", "arxiv:2409.00001")]
    [InlineData("title:t doi:10.1000/b doi:10.1000/a", "doi:10.1000/a")]
    [InlineData("title:u title:t", "title:t")]
    [InlineData("a title:t", "title:t")]
    [InlineData("b a", "a")]
    public void Best_IsTheSurestKind_AndTheFirstOfIt(string keys, string expected)
        => Assert.Equal(expected, PaperIdentity.Best(keys.Split(' ')));

    [Theory]
    [InlineData("Abcdef ghijkl", true)]
    [InlineData("Abcdef ghijk", false)]
    [InlineData("Editorial", false)]
    [InlineData("Correction", false)]
    [InlineData("INTRODUCTION.", false)]
    [InlineData("Table of Contents", false)]
    [InlineData("Letter to the Editor", false)]
    [InlineData("机器学习", true)]
    [InlineData("机器学", false)]
    [InlineData("Attention Is All You Need", true)]
    public void Tells_OnlyOfATitleThatIsLongAndNotCommon(string title, bool expected) => Assert.Equal(expected, PaperIdentity.Tells(title));
}
