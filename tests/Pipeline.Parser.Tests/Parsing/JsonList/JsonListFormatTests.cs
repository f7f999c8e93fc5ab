namespace Pipeline.Parser.Tests.Parsing.JsonList;

public sealed class JsonListFormatTests
{
    [Theory]
    [InlineData("""[{"title":"T","abstract":"A"}]""")]
    [InlineData("""[[{"title":"T","abstract":"A"}]]""")]
    [InlineData("""{"papers":[{"title":"T","abstract":"A"}]}""")]
    [InlineData("""{"date":"2024-09-16","items":[{"abstract":"A","title":"T"}]}""")]
    [InlineData("{\n  \"title\": \"T\",\n  \"abstract\": \"A\"\n}")]
    public async Task Papers_InAnyList_AreRead(string json)
    {
        var listing = await ReadListing.FromAsync(json);

        Assert.Equal("json-list", listing.Format);
        Assert.Equal([("T", "A")], listing.Papers.Select(paper => (paper.Title, paper.Abstract)));
    }

    [Fact]
    public async Task Citation_OfAReferenceManager_HasItsDoiAuthorsAndDate()
    {
        var paper = (await ReadListing.FromAsync(
            """[{"id":"wet2015","DOI":"10.1000/X","title":"T","author":[{"family":"Wet","given":"Ada"},{"literal":"Paper Group"}],"issued":{"date-parts":[["2015","8"]]}}]""")).Papers.Single();

        Assert.Equal("doi:10.1000/x", paper.Id);
        Assert.Equal(["Ada Wet", "Paper Group"], paper.Authors);
        Assert.Equal(8, paper.PublishedAt!.Value.Month);
    }

    [Fact]
    public async Task Element_OfAListInAList_IsNamedByBothPlaces()
        => Assert.Equal("entry 2.3", Assert.Single((await ReadListing.FromAsync("""[[],[{"title":"T","abstract":"A"},{"title":"U","abstract":"A"},7]]""")).Rejections).Where);

    [Theory]
    [InlineData("""[{"title":"T"}]""")]
    [InlineData("""[{"abstract":"A"}]""")]
    [InlineData("""[{"title":["T"],"abstract":"A"}]""")]
    public async Task List_OfOtherThings_IsRefused(string json) => Assert.Null((await ReadListing.FromAsync(json)).Format);
}
