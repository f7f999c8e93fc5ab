namespace Pipeline.Parser.Tests.Parsing;

public sealed class RealListingsTests
{
    [Fact]
    public async Task DailyPapersCapture_Real_GivesItsPapersByteForByteAndNothingElse()
    {
        var file = Expected.RealFile("data/daily-papers.txt");
        // The page begins with six lines of frame; then titles and abstracts alternate.
        var lines = (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Where(line => line.Length > 0).Skip(6).ToList();

        var listing = await ReadListing.FromAsync(File.OpenRead(file));

        Assert.Equal(67, listing.Papers.Count);
        Assert.Equal(lines.Chunk(2).Select(pair => (pair[0], pair[1])), listing.Papers.Select(p => (p.Title, p.Abstract)));
        Assert.Equal(67, listing.Entries.Count);
        Assert.All(listing.Papers, paper => Assert.Null(paper.ListedAt));
    }

    [Theory]
    [InlineData("hf/daily-api-2026-07.json", "hf-json")]
    [InlineData("hf/papers-search-api_diffusion.json", "hf-json")]
    [InlineData("hf/capture-trending-duplicated-cards.head.txt", "text-capture")]
    [InlineData("hf/capture-daily-page-firecrawl.head.md", "text-capture")]
    [InlineData("arxiv-json/daily-arXiv-ai-enhanced_2025-03-19.jsonl", "json-lines")]
    public async Task Listing_Real_GivesThePapersAnotherProgramFound(string path, string format)
    {
        var file = Expected.RealFile("data/listings/" + path);

        var listing = await ReadListing.FromAsync(File.OpenRead(file));

        Assert.Equal(format, listing.Format);
        Assert.Equal(Expected.Of(file), listing.Papers.Select(Expected.From));
        Assert.Null(listing.Broken);
    }

    [Theory]
    [InlineData("arxiv-mail")]
    [InlineData("arxiv-abs")]
    [InlineData("bibtex")]
    [InlineData("ris")]
    [InlineData("html")]
    [InlineData("arxiv-atom")]
    [InlineData("pubmed")]
    [InlineData("hostile-feeds")]
    [InlineData("hostile-xml")]
    [InlineData("hostile-json")]
    public async Task Listing_RealOfAnotherForm_IsNeverReadAsACapture(string folder)
    {
        var files = Directory.GetFiles(Expected.RealFile("data/listings/" + folder), "*", SearchOption.AllDirectories);

        var listings = await Task.WhenAll(files.Select(file => ReadListing.FromAsync(File.OpenRead(file))));

        Assert.NotEmpty(listings);
        Assert.All(listings, listing => Assert.NotEqual("text-capture", listing.Format));
    }
}
