using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Tests.Parsing.OpenAlex;

public sealed class OpenAlexFormatTests
{
    private const string Work =
        """
        {"abstract_inverted_index":{"paper.":[2],"sort":[1],"We":[0]},"title":"<i>Sorting</i> Wet Paper","id":"https://openalex.org/W1","doi":"https://doi.org/10.1000/X",
         "publication_date":"2024-09-16","authorships":[{"author":{"display_name":"Ada Wet"}},{"author":{},"raw_author_name":"B. Dry"}],
         "locations":[{"landing_page_url":"http://arxiv.org/abs/2409.90001v2","pdf_url":null},{"landing_page_url":"https://doi.org/10.9999/other"}],
         "primary_location":{"landing_page_url":"https://example.org/w","pdf_url":"https://example.org/w.pdf"},"topics":[{"display_name":"Sorting"}]}
        """;

    [Theory]
    [InlineData("""{"results":[WORK],"meta":{"count":1}}""")]
    [InlineData("""{"meta":{"count":1},"results":[WORK]}""")]
    [InlineData("[WORK]")]
    [InlineData("WORK")]
    public async Task Work_WhereverItStands_GivesAllItKnows(string answer)
    {
        var listing = await ReadListing.FromAsync(answer.Replace("WORK", Work, StringComparison.Ordinal));
        var paper = Assert.Single(listing.Papers);

        Assert.Equal(("openalex", SourceAuthority.Index), (listing.Format, paper.Authority));
        Assert.Equal(("arxiv:2409.90001", "Sorting Wet Paper", "We sort paper."), (paper.Id, paper.Title, paper.Abstract));
        Assert.Equal(["arxiv:2409.90001", "doi:10.1000/x", PaperIdentity.FromTitle("Sorting Wet Paper")!], paper.Aliases);
        Assert.Equal(["Ada Wet", "B. Dry"], paper.Authors);
        Assert.Equal(["Sorting"], paper.Categories);
        Assert.Equal((2024, 9, 16), (paper.PublishedAt!.Value.Year, paper.PublishedAt.Value.Month, paper.PublishedAt.Value.Day));
        Assert.Equal(["https://example.org/w", "https://example.org/w.pdf"], paper.Urls.Values);
    }

    [Theory]
    [InlineData("null", "")]
    [InlineData("{}", "")]
    [InlineData("""{"b":[5],"a":[1]}""", "a b")]
    [InlineData("""{"a":[0],"b":[0,1]}""", "a b")]
    [InlineData("""{"a":[24999]}""", "a")]
    [InlineData("""{"a":"x"}""", "")]
    public async Task InvertedAbstract_IsPutTogetherByPlaces(string index, string text)
        => Assert.Equal(text, (await ReadListing.FromAsync(Indexed(index), "openalex")).Papers.Single().Abstract);

    [Theory]
    [InlineData("""{"a":[25000]}""")]
    [InlineData("""{"a":[-1]}""")]
    [InlineData("""{"a":[0.5]}""")]
    [InlineData("""{"a":["1"]}""")]
    [InlineData("""{"a":[99999999999]}""")]
    public async Task InvertedAbstract_WithAPlaceNoAbstractHas_IsRejected(string index)
        => Assert.StartsWith("its abstract_inverted_index has a place", Assert.Single((await ReadListing.FromAsync(Indexed(index), "openalex")).Rejections).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task InvertedAbstract_OfOneLongWordAtManyPlaces_IsRejectedAndNotBuilt()
    {
        var index = $$"""{"{{new string('x', 40_000)}}":[{{string.Join(',', Enumerable.Range(0, 20_000))}}]}""";
        var before = GC.GetTotalAllocatedBytes();

        var listing = await ReadListing.FromAsync(Indexed(index), "openalex");

        Assert.StartsWith("the abstract has", Assert.Single(listing.Rejections).Reason, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 100_000_000);
    }

    [Theory]
    [InlineData("true", PaperState.Withdrawn)]
    [InlineData("false", PaperState.Active)]
    [InlineData("null", PaperState.Active)]
    public async Task Work_Retracted_IsWithdrawn(string isRetracted, PaperState state)
        => Assert.Equal(state, (await ReadListing.FromAsync($$"""{"id":"https://openalex.org/W1","title":"T","is_retracted":{{isRetracted}}}""")).Papers.Single().State);

    [Theory]
    [InlineData("""{"meta":{"count":0,"page":1,"per_page":25},"results":[]}""", "openalex")]
    [InlineData("""{"results":[]}""", null)]
    [InlineData("""{"results":[{"id":"https://openalex.org/A1","display_name":"An author"}]}""", null)]
    public async Task Answer_WithoutWorks_IsReadOnlyWhenItIsOneOfOpenAlex(string answer, string? format)
        => Assert.Equal(format, (await ReadListing.FromAsync(answer)).Format);

    private static string Indexed(string index) => $$"""[{"id":"https://openalex.org/W1","title":"T","abstract_inverted_index":{{index}}}]""";
}
