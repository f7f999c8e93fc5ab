using Pipeline.BuildingBlocks.Sources;
using Pipeline.Contracts;
using Pipeline.Fetcher.Tests.Support;

namespace Pipeline.Fetcher.Tests.Kinds;

public sealed class DirectoryTests
{
    [Fact]
    public async Task Directory_AnnouncesEveryFileInOrdinalOrder()
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
    public async Task Directory_AnnouncesWhatItRecorded()
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
    public async Task Directory_OfFilesThatWereParsedAndStayedTheSame_AnnouncesOnlyTheOthers()
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
    public async Task Directory_BeforeTheFileWasParsed_AnnouncesItAgain()
    {
        await using var inbox = await Inbox.StartAsync();
        inbox.Put("a.xml", "same");

        await inbox.FetchAsync();
        await inbox.FetchAsync();

        Assert.Equal(["a.xml", "a.xml"], inbox.Announced);
        Assert.Single(inbox.Listings.All);
    }

    [Fact]
    public async Task Directory_OfAFileThatIsTooLarge_RefusesItByNameAndTakesTheOthers()
    {
        await using var inbox = await Inbox.StartAsync(maxBytes: 4);
        inbox.Put("a.xml", "12345");
        inbox.Put("b.xml", "1234");

        await inbox.FetchAsync();

        Assert.Equal(["b.xml"], inbox.Announced);
        Assert.Equal(["Refused a.xml: 5 bytes, more than MaxBytes = 4 of its source"], inbox.Log.Errors);
    }

    [Fact]
    public async Task Directory_WithALink_DoesNotFollowIt_AndTakesTheOthers()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var elsewhere = await Inbox.StartAsync();
        elsewhere.Put("secret", "of somebody else");
        File.CreateSymbolicLink(inbox.PathOf("a\u001b[31m.xml"), elsewhere.PathOf("secret"));
        inbox.Put("b.xml", "content");

        await inbox.FetchAsync();

        Assert.Equal(["b.xml"], inbox.Announced);
        Assert.Equal(["Left a [31m.xml out: it is a link, and links are not followed"], inbox.Log.Errors);
    }

    [Fact]
    public async Task Directory_WithAPipeAndAnEmptyFile_TakesTheOthersWithoutWaiting()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes in directories there.");
        await using var inbox = await Inbox.StartAsync();
        await System.Diagnostics.Process.Start("mkfifo", inbox.PathOf("a.xml")).WaitForExitAsync(TestContext.Current.CancellationToken);
        inbox.Put("b.xml", "");
        inbox.Put("c.xml", "content");

        await inbox.FetchAsync();

        Assert.Equal(["c.xml"], inbox.Announced);
    }

    [Fact]
    public async Task Directory_OfAFileThatAnotherProgramHolds_NamesItAndTakesItTheNextTime()
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
    public async Task Directory_EndsItsRun_AndCountsItsFiles()
    {
        await using var inbox = await Inbox.StartAsync();
        inbox.Put("a.xml", "same");
        inbox.Put("b.xml", "before");
        await inbox.FetchAsync();
        await inbox.ParseAllAsync();
        inbox.Put("b.xml", "after");

        var run = await inbox.FetchAsync();

        Assert.Equal((RunState.Done, 2, 1), (run.State, run.Pages, run.Unchanged));
    }

    [Fact]
    public async Task Directory_ThatDoesNotExist_IsNamedInItsRun()
    {
        await using var inbox = await Inbox.StartAsync();
        inbox.Remove();

        var run = await inbox.FetchAsync();

        Assert.Equal(RunState.Failed, run.State);
        Assert.Equal($"there is no directory {inbox.Path}; set Directory of source inbox", run.Reason);
    }

    [Fact]
    public async Task Directory_WhileTheArchiveIsFull_AnnouncesNothingAndWaits()
    {
        await using var inbox = await Inbox.StartAsync();
        inbox.Put("a.xml", "content");
        inbox.Archive.Full = true;

        var run = await inbox.FetchAsync();

        Assert.Equal((RunState.Waiting, 1), (run.State, run.Failures));
        Assert.Equal("the answer could not be taken in: No space is left in the archive.", run.Reason);
        Assert.Empty(inbox.Announced);
        Assert.Empty(inbox.Listings.All);
    }
}
