using Pipeline.Contracts;
using Pipeline.Fetcher.Tests.Support;

namespace Pipeline.Fetcher.Tests;

public sealed class FetchSourceConsumerTests
{
    [Fact]
    public async Task FetchSource_AnnouncesEveryFileInOrdinalOrder()
    {
        await using var inbox = await Inbox.StartAsync();
        foreach (var name in new[] { "b.xml", "a.xml", "Z.xml", "a-2.xml" })
        {
            inbox.Put(name, $"content of {name}");
        }

        await inbox.FetchAsync();

        Assert.Equal(["Z.xml", "a-2.xml", "a.xml", "b.xml"], inbox.Announced);
        Assert.Equal(4, inbox.Listings.All.Count);
    }

    [Fact]
    public async Task FetchSource_AnnouncesWhatItRecorded()
    {
        await using var inbox = await Inbox.StartAsync();
        inbox.Put("a.xml", "content");

        await inbox.FetchAsync();

        var listing = Assert.Single(inbox.Listings.All);
        Assert.Equal(
            new ListingFetched
            {
                ListingId = listing.Id,
                SourceId = "inbox/a.xml",
                ContentHash = listing.ContentHash,
                Name = "a.xml",
                FetchedAt = listing.FetchedAt,
            },
            Assert.Single(inbox.Messages));
        Assert.True(inbox.Archive.Holds(listing.ContentHash));
    }

    [Fact]
    public async Task FetchSource_OfFilesThatWereParsedAndStayedTheSame_AnnouncesOnlyTheOthers()
    {
        await using var inbox = await Inbox.StartAsync();
        inbox.Put("a.xml", "same");
        inbox.Put("b.xml", "before");
        await inbox.FetchAsync();
        await inbox.ParseAllAsync();

        inbox.Put("b.xml", "after");
        inbox.Put("c.xml", "new");
        await inbox.FetchAsync();

        Assert.Equal(["a.xml", "b.xml", "b.xml", "c.xml"], inbox.Announced);
    }

    [Fact]
    public async Task FetchSource_BeforeTheFileWasParsed_AnnouncesItAgain()
    {
        await using var inbox = await Inbox.StartAsync();
        inbox.Put("a.xml", "same");

        await inbox.FetchAsync();
        await inbox.FetchAsync();

        Assert.Equal(["a.xml", "a.xml"], inbox.Announced);
        Assert.Single(inbox.Listings.All);
    }

    [Fact]
    public async Task FetchSource_OfAFileThatIsTooLarge_RefusesItByNameAndTakesTheOthers()
    {
        await using var inbox = await Inbox.StartAsync(("Fetcher:MaxFileBytes", "4"));
        inbox.Put("a.xml", "12345");
        inbox.Put("b.xml", "1234");

        await inbox.FetchAsync();

        Assert.Equal(["b.xml"], inbox.Announced);
        Assert.Equal(["Refused a.xml: 5 bytes, more than Fetcher:MaxFileBytes = 4"], inbox.Log.Errors);
    }

    [Fact]
    public async Task FetchSource_OfAFileThatHasVanished_NamesItAndTakesTheOthers()
    {
        await using var inbox = await Inbox.StartAsync();
        File.CreateSymbolicLink(inbox.PathOf("a.xml"), inbox.PathOf("no-such-file"));
        inbox.Put("b.xml", "content");

        await inbox.FetchAsync();

        Assert.Equal(["b.xml"], inbox.Announced);
        Assert.StartsWith("Left a.xml out: it cannot be read: ", Assert.Single(inbox.Log.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchSource_OfAFileThatAnotherProgramHolds_NamesItAndTakesItTheNextTime()
    {
        await using var inbox = await Inbox.StartAsync();
        inbox.Put("a.xml", "held");
        inbox.Put("b.xml", "free");
        await using (new FileStream(inbox.PathOf("a.xml"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await inbox.FetchAsync();
        }

        Assert.Equal(["b.xml"], inbox.Announced);
        Assert.StartsWith("Left a.xml out: it cannot be read: ", Assert.Single(inbox.Log.Errors), StringComparison.Ordinal);

        await inbox.ParseAllAsync();
        await inbox.FetchAsync();
        Assert.Equal(["b.xml", "a.xml"], inbox.Announced);
    }

    [Fact]
    public async Task FetchSource_OfAnUnknownSource_NamesItsKeyAndIsAcknowledged()
    {
        await using var inbox = await Inbox.StartAsync();

        await inbox.FetchAsync("elsewhere");

        Assert.Empty(inbox.Announced);
        Assert.Contains("Fetcher:Directories:elsewhere", Assert.Single(inbox.Log.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchSource_OfADirectoryThatDoesNotExist_NamesItsKeyAndIsAcknowledged()
    {
        await using var inbox = await Inbox.StartAsync(("Fetcher:Directories:gone", Path.Combine(Path.GetTempPath(), "no", "such", "folder")));

        await inbox.FetchAsync("gone");

        Assert.Contains("Fetcher:Directories:gone", Assert.Single(inbox.Log.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchSource_WhileTheArchiveIsFull_AnnouncesNothingAndFails()
    {
        await using var inbox = await Inbox.StartAsync();
        inbox.Put("a.xml", "content");
        inbox.Archive.Full = true;

        await Assert.ThrowsAsync<IOException>(() => inbox.FetchAsync());

        Assert.Empty(inbox.Announced);
        Assert.Empty(inbox.Listings.All);
    }
}
