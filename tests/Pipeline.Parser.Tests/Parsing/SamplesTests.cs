namespace Pipeline.Parser.Tests.Parsing;

public sealed class SamplesTests
{
    [Fact]
    public async Task Samples_AsTextAndAsJson_HoldTheSamePapers()
    {
        var text = await ReadListing.FromAsync(Some.Sample("daily-papers.txt"));
        var json = await ReadListing.FromAsync(Some.Sample("daily-papers.json"));

        Assert.Equal(("text-capture", "hf-json"), (text.Format, json.Format));
        Assert.Equal(12, text.Papers.Count);
        Assert.Equal(text.Papers.Select(p => (p.Rank, p.Title, p.Abstract)), json.Papers.Select(p => (p.Rank, p.Title, p.Abstract)));
        Assert.Empty(text.Rejections.Concat(json.Rejections));
        Assert.All(text.Papers.Zip(json.Papers), pair => Assert.Contains(pair.First.Id, pair.Second.Aliases));
    }
}
