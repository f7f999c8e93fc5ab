using System.Text;
using CsCheck;

namespace Pipeline.Parser.Tests.Parsing.Bibtex;

public sealed class BibtexFormatTests
{
    private const string Format = "bibtex";

    [Fact]
    public async Task Entry_OfArxiv_GivesEverythingItHolds()
    {
        var listing = await ReadListing.FromAsync(
            """
            @article{dry2024,
              title         = {{DrySort}: Sorting Wet Paper -- in Linear Time},
              author        = {M{\"u}ller, Anna and Li Wei and {The DrySort Group} and von Beet, Jr., Ludwig and others},
              abstract      = "We sort $n^{2}$ pages. It is 2.5 times faster by {\'E}mile's method.",
              eprint        = {2401.01234v2},
              archivePrefix = {arXiv},
              primaryClass  = {cs.DS},
              doi           = {10.1000/Dry.1},
              url           = {https://example.org/dry},
              keywords      = {sorting, wet paper},
              year = 2024, month = jan, day = 15
            }
            """);

        Assert.Equal(Format, listing.Format);
        var paper = Assert.Single(listing.Papers);
        Assert.Equal("arxiv:2401.01234", paper.Id);
        Assert.Contains("doi:10.1000/dry.1", paper.Aliases);
        Assert.Equal("DrySort: Sorting Wet Paper – in Linear Time", paper.Title);
        Assert.Equal("We sort $n^{2}$ pages. It is 2.5 times faster by Émile's method.", paper.Abstract);
        Assert.Equal(["Anna Müller", "Li Wei", "The DrySort Group", "Ludwig von Beet Jr."], paper.Authors);
        Assert.Equal(["cs.DS", "sorting", "wet paper"], paper.Categories);
        Assert.Equal(new DateTimeOffset(2024, 1, 15, 0, 0, 0, TimeSpan.Zero), paper.PublishedAt);
        Assert.Equal("https://example.org/dry", paper.Urls["page"]);
        Assert.Null(listing.Broken);
    }

    [Theory]
    [InlineData("eprint={2401.01234}", "arxiv:2401.01234")]
    [InlineData("eprint={9901001}, archivePrefix={arXiv}, primaryClass={hep-th}", "arxiv:hep-th/9901001")]
    [InlineData("eprint={hep-th/9901001}", "arxiv:hep-th/9901001")]
    [InlineData("eprint={2401.01234}, eprinttype={pubmed}, doi={10.1000/x}", "doi:10.1000/x")]
    [InlineData("journal={arXiv preprint arXiv:2401.01234}", "arxiv:2401.01234")]
    [InlineData("journal={CoRR}, volume={abs/2401.01234}", "arxiv:2401.01234")]
    [InlineData("url={http://arxiv.org/abs/2401.01234}", "arxiv:2401.01234")]
    [InlineData("url={https://doi.org/10.1000/a\\_b}", "doi:10.1000/a_b")]
    [InlineData("DOI = { 10.1000/x }", "doi:10.1000/x")]
    public async Task Entry_WithAnId_IsNamedByIt(string fields, string id)
        => Assert.Equal(id, Assert.Single((await ReadListing.FromAsync($"@misc{{k, title={{A title}}, {fields}}}")).Papers).Id);

    [Theory]
    [InlineData("title = {Braces {In} Braces}", "Braces In Braces")]
    [InlineData("title = \"Quotes {\"}In{\"} Quotes\"", "Quotes \"In\" Quotes")]
    [InlineData("title = \"Zur K\\\"{o}rper und K\\\"orper\"", "Zur Körper und Körper")]
    [InlineData("title = {A} # \" long \" # {title}", "A long title")]
    [InlineData("title = lab # { at } # city", "Paper Lab at city")]
    [InlineData("TITLE={Escaped \\{ brace}", "Escaped { brace")]
    [InlineData("title =\n  {Over\n   lines}", "Over lines")]
    [InlineData("title = {First}, title = {Second}", "First")]
    [InlineData("junk, = , title = {After junk}", "After junk")]
    [InlineData("title = 1984", "1984")]
    public async Task Value_InAnyForm_IsRead(string field, string title)
        => Assert.Equal([title], (await ReadListing.FromAsync($"@string{{lab = \"Paper Lab\"}}\n@misc{{k,\n {field}\n}}")).Titles);

    [Theory]
    [InlineData("@article(k, title = {In brackets})")]
    [InlineData(" @ARTICLE{k, title={In brackets}}")]
    [InlineData("@comment{not @this}\n@preamble{\"\\newcommand{\\x}{y}\"}\n@misc{k, title={In brackets}}")]
    [InlineData("% @misc{no, title={Commented}}\nme@example.org{x}\n@misc{k, title={In brackets}}")]
    [InlineData("@misc{k, title={In brackets}} @misc{l, title={In brackets}}")]
    [InlineData("\r\n@misc{k,\r\ntitle={In\r\nbrackets}\r\n}\r\n")]
    public async Task File_InAnyForm_GivesItsEntries(string file) => Assert.Equal(["In brackets"], (await ReadListing.FromAsync(file)).Titles);

    [Fact]
    public async Task Entry_ThatNeverCloses_IsNamedAndDoesNotSwallowTheRest()
    {
        var listing = await ReadListing.FromAsync("@misc{a, title={One}}\n@misc{b,\n  title={Two,\n\n  @misc{c, title={Three}}\n");

        Assert.Equal(["One", "Three"], listing.Titles);
        Assert.Equal("line 2", Assert.Single(listing.Rejections).Where);
        Assert.Contains("missing brace", listing.Rejections[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ThatEndsInAnEntry_IsBrokenThere()
    {
        var listing = await ReadListing.FromAsync("@misc{a, title={One}}\n@misc{b,\n  title={Two");

        Assert.Equal(["One"], listing.Titles);
        Assert.Equal("line 2", listing.Broken!.Where);
    }

    [Fact]
    public async Task Entry_WithoutTitle_IsNamedByItsLine()
    {
        var listing = await ReadListing.FromAsync("\n\n@misc{a, author={Somebody}}\n@misc{b, title={Two}}");

        Assert.Equal(["Two"], listing.Titles);
        Assert.Equal(("line 3", "no title: every paper needs one."), (listing.Rejections[0].Where, listing.Rejections[0].Reason));
    }

    [Fact]
    public async Task Entry_OverAMegabyte_IsRejectedAndTheRestIsRead()
    {
        var listing = await ReadListing.FromAsync($"@misc{{a, note={{{new string('x', 1 << 20)}}}}}\n@misc{{b, title={{Two}}}}");

        Assert.Equal(["Two"], listing.Titles);
        Assert.Equal("line 1", Assert.Single(listing.Rejections).Where);
    }

    [Fact]
    public async Task Macros_ThatDoubleEachOther_StayBounded()
    {
        var bomb = new StringBuilder("@string{a0 = {xxxxxxxxxx}}\n");
        for (var i = 1; i <= 64; i++)
        {
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"@string{{a{i} = a{i - 1} # a{i - 1}}}\n");
        }

        var listing = await ReadListing.FromAsync(bomb + "@misc{k, title = {T}, abstract = a8}\n@misc{l, title = {U}, abstract = a64}");

        Assert.Equal(["T", "U"], listing.Titles);
        Assert.Equal(2560, listing.Papers[0].Abstract.Length);
        Assert.InRange(listing.Papers[1].Abstract.Length, 1, 5_000);
    }

    [Fact]
    public async Task Macros_UsedAgainAndAgain_StopExpanding()
    {
        var uses = string.Join(" # ", Enumerable.Repeat("a", 20));

        var listing = await ReadListing.FromAsync(
            $"@string{{a = {{{new string('x', 1000)}}}}}\n" + string.Concat(Enumerable.Range(1, 50).Select(n => $"@misc{{k, title = {{T {n}}}, abstract = {uses}}}\n")));

        Assert.Equal(20_000, listing.Papers[0].Abstract.Length);
        Assert.InRange(listing.Papers[^1].Abstract.Length, 20, 5_000);
        Assert.InRange(listing.Papers.Sum(paper => paper.Abstract.Length), 100_000, 250_000);
    }

    [Theory]
    [InlineData("@media print { body { color: red } }\nh1 { }")]
    [InlineData("@page{margin:1cm}")]
    [InlineData("{\"title\": \"@misc{a, title={x}}\"}")]
    public async Task File_ThatOnlyLooksLikeIt_IsNotTaken(string file) => Assert.NotEqual(Format, (await ReadListing.FromAsync(file)).Format);

    [Fact]
    public async Task Entry_WrittenInAnyForm_ComesBack()
    {
        var words = Gen.String[Gen.Char["abcxyzABC019éöß"], 1, 8].Array[1, 6].Select(parts => string.Join(' ', parts));
        await Gen.Select(words, words, words.Array[1, 4], Gen.Bool, Gen.Bool).SampleAsync(
            async (title, text, authors, quoted, bracketed) =>
            {
                var (open, close) = quoted ? ("\"", "\"") : ("{", "}");
                var fields = $"k,\n title = {open}{title}{close},\n abstract={open}{text}{close} , author = {open}{string.Join(" and ", authors)}{close},";
                var paper = Assert.Single((await ReadListing.FromAsync(bracketed ? $"@misc({fields})" : $"@misc{{{fields}}}", Format)).Papers);
                return (paper.Title, paper.Abstract) == (title, text) && paper.Authors.SequenceEqual(authors);
            },
            iter: 300);
    }

    [Fact]
    public async Task File_OfManyEntries_GivesEachHoweverItIsBrokenBefore()
        => await Gen.Select(Gen.OneOf("{", "}", "\"", "@", "\\", "%", "x", ",", "=", "#", "\n", "(").Array[0, 30], Gen.Int[1, 9]).SampleAsync(
            async (noise, most) =>
            {
                var file = $"@misc{{a, title={{One}}, note={{{string.Concat(noise)}\n@misc{{b, title={{Two}}}}\n";
                var listing = await ReadListing.FromAsync(new DrippingStream(Encoding.UTF8.GetBytes(file), most), Format);
                return listing.Titles.Contains("Two") || listing.Papers.Count > 0;
            },
            iter: 1000);
}
