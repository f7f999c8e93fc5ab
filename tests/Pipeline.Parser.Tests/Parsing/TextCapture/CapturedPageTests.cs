using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.TextCapture;

namespace Pipeline.Parser.Tests.Parsing.TextCapture;

public sealed class CapturedPageTests
{
    private const string Summary = "DrySort is a framework that sorts wet paper in linear time by drying each page before it is compared with others.";

    [Theory]
    [InlineData(Some.Banner, Summary, AbstractSource.AiSummary)]
    [InlineData(Some.Banner, "DrySort sorts wet paper in linear time. It dries each page before it is compared with all of the others in the pile.", AbstractSource.Listing)]
    [InlineData(Some.Banner, Some.Abstract, AbstractSource.Listing)]
    [InlineData("", Summary, AbstractSource.Listing)]
    public async Task Abstract_OfOneSentenceOnAPage_IsASummary(string banner, string text, AbstractSource source)
        => Assert.Equal(source, Assert.Single((await ReadListing.FromAsync($"{banner}{Some.Title()}\n\n{text}\n\n8 authors\n", "text-capture")).Papers).AbstractSource);

    [Fact]
    public void Summary_AsLongAsAnAbstract_IsNone()
    {
        var text = string.Concat(Enumerable.Repeat("word ", 80))[..(Prose.CertainLength - 2)].TrimEnd();

        Assert.True(Prose.IsSummary(text + "."));
        Assert.False(Prose.IsSummary(text.PadRight(Prose.CertainLength - 1, 'x') + "."));
    }

    [Theory]
    [InlineData("173", 173)]
    [InlineData("1,024", 1024)]
    [InlineData("[-] 1", 1)]
    [InlineData("-", null)]
    [InlineData("[101](https://huggingface.co/login)", 101)]
    [InlineData("[-](https://huggingface.co/login)", null)]
    public async Task Upvotes_InAnyForm_AreRead(string line, int? upvotes)
    {
        var listing = await ReadListing.FromAsync($"{Some.Banner}{line}\n\n{Some.Cards(1)}");

        Assert.Equal(upvotes, Assert.Single(listing.Papers).Upvotes);
        Assert.Empty(listing.Rejections);
    }

    [Theory]
    [InlineData("May 29[6](https://huggingface.co/papers/2606.00683#community)")]
    [InlineData("May 296")]
    [InlineData("Feb 27, 202512")]
    [InlineData("- 8 authors")]
    [InlineData("- 3 authors](https://huggingface.co/papers/2502.20581)")]
    [InlineData("- ![](https://huggingface.co/avatars/1.svg)\\\\")]
    [InlineData("[LINK: GitHub 11.3k](https://github.com/x/y)")]
    [InlineData("**URL:** https://paperswithcode.com")]
    [InlineData("## by [![](https://huggingface.co/a.png)AK](https://huggingface.co/akhaliq) and the research community")]
    public async Task Detail_BetweenCards_IsNoTitle(string line)
    {
        var listing = await ReadListing.FromAsync($"{Some.Banner}{Some.Cards(1)}{line}\n\n{Some.Cards(1, 2)}");

        Assert.Equal([Some.Title(1), Some.Title(2)], listing.Titles);
        Assert.Empty(listing.Rejections);
    }

    [Fact]
    public async Task Code_LinkedBelowACard_BelongsToIt()
    {
        var listing = await ReadListing.FromAsync(
            $"{Some.Banner}{Some.Cards(1)}[LINK: GitHub 2k](https://github.com/a/one)\n\n{Some.Cards(1, 2)}{Some.Cards(1, 3)}[GitHub 3](https://github.com/a/three)\n");

        Assert.Equal(
            ["https://github.com/a/one", null, "https://github.com/a/three"],
            listing.Papers.Select(paper => paper.Urls.GetValueOrDefault("code")));
    }

    [Theory]
    [InlineData("---\nurl: https://example.org\ntitle: Daily Papers\n---\n", 0)]
    [InlineData("---\nurl: https://example.org\nA line that is no field\n\n", 1)]
    [InlineData("x\n---\nurl: here\n---\n\n", 2)]
    public async Task FrontMatter_AboveThePage_IsNotRead(string above, int rejected)
    {
        var listing = await ReadListing.FromAsync(above + Some.Banner + Some.Cards(1));

        Assert.Equal([Some.Title()], listing.Titles);
        Assert.Equal(rejected, listing.Rejections.Count);
    }
}
