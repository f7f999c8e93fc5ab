namespace Pipeline.Parser.Tests.Parsing.TextCapture;

public sealed class TextCaptureFormatTests
{
    private const string Format = "text-capture";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Capture_WithAnyLineEnd_GivesItsCards(string lineEnd)
    {
        var listing = await ReadListing.FromAsync((Some.Banner + Some.Cards(2)).Replace("\n", lineEnd, StringComparison.Ordinal));

        Assert.Equal([(Some.Title(1), Some.AbstractOf(1)), (Some.Title(2), Some.AbstractOf(2))], listing.Papers.Select(p => (p.Title, p.Abstract)));
        Assert.Equal(2, listing.Entries.Count);
    }

    [Fact]
    public async Task Capture_WithoutBlankLines_GivesItsCards()
        => Assert.Equal(
            [Some.Title(1), Some.Title(2)],
            (await ReadListing.FromAsync((Some.Banner + Some.Cards(2)).Replace("\n\n", "\n", StringComparison.Ordinal))).Titles);

    [Fact]
    public async Task Capture_BannersInAnyOrderAndBetweenCards_AreDropped()
    {
        var listing = await ReadListing.FromAsync(
            "Daily\nWeekly\nMonthly\n" + Some.Cards(1) + "byAK and the research community\n\nDaily Papers\nSubscribe\n" + Some.Cards(1, 2) + "\nnew\n");

        Assert.Equal([Some.Title(1), Some.Title(2)], listing.Titles);
        Assert.Equal(2, listing.Entries.Count);
    }

    [Fact]
    public async Task Card_PrintedTwice_IsOnePaper()
        => Assert.Single((await ReadListing.FromAsync(Some.Banner + Some.Cards(1) + Some.Cards(1))).Entries);

    [Theory]
    [InlineData("8 authors")]
    [InlineData("- 8 authors")]
    [InlineData("·")]
    [InlineData("Sep 12")]
    [InlineData("Feb 29")]
    [InlineData("Feb 27, 2025")]
    [InlineData("September 2024")]
    [InlineData("-")]
    [InlineData("173")]
    [InlineData("1.2k")]
    [InlineData("[-] 1")]
    [InlineData("GitHub 11.3k")]
    [InlineData("https://github.com/drysort/drysort")]
    [InlineData("Submitted by\n\nAda Wet")]
    [InlineData("Submitted by adawet")]
    [InlineData("Submitted by\n")]
    [InlineData("Wet Paper Lab\n·\nSep 12")]
    [InlineData("OCC · 8 authors")]
    [InlineData("University of Rain")]
    [InlineData("Log In\nSign Up")]
    public async Task Card_WithDetailsBehind_LeavesNoTrace(string details)
    {
        var listing = await ReadListing.FromAsync($"{Some.Banner}{Some.Cards(1)}{details}\n\n{Some.Cards(1, 2)}");

        Assert.Equal([Some.Title(1), Some.Title(2)], listing.Titles);
        Assert.Equal(2, listing.Entries.Count);
    }

    [Theory]
    [InlineData("173\n\n", 173)]
    [InlineData("1,024\n", 1024)]
    [InlineData("-\n\n", null)]
    [InlineData("3\n\n-\n\n", null)]
    [InlineData("3\n\nAnother Line of Text\n\n", null)]
    [InlineData("", null)]
    public async Task Card_NumberDirectlyAbove_IsItsUpvotes(string above, int? upvotes)
        => Assert.Equal(upvotes, (await ReadListing.FromAsync(Some.Banner + above + Some.Cards(1))).Papers.Single().Upvotes);

    [Theory]
    [InlineData("Sep 19", null)]
    [InlineData("Sep 19, 2024", "2024-09-19T00:00:00.0000000+00:00")]
    [InlineData("2024-09-19", "2024-09-19T00:00:00.0000000+00:00")]
    [InlineData("Feb 30, 2024", null)]
    public async Task Page_DateInItsFrame_IsTheListingsDayWhenItHasAYear(string date, string? day)
    {
        var paper = (await ReadListing.FromAsync($"{Some.Banner}{date}\n\n{Some.Cards(1)}")).Papers.Single();

        Assert.Equal(day, paper.ListedAt?.ToString("O"));
    }

    [Fact]
    public async Task Card_DateBehindIt_IsNotTheListingsDay()
    {
        var listing = await ReadListing.FromAsync($"{Some.Banner}Sep 19, 2024\n\n{Some.Cards(1)}·\n\nAug 2, 2023\n\n{Some.Cards(1, 2)}");

        Assert.All(listing.Papers, paper => Assert.Equal(new DateTimeOffset(2024, 9, 19, 0, 0, 0, TimeSpan.Zero), paper.ListedAt));
    }

    [Fact]
    public async Task Title_WithoutAbstract_IsRejectedByItsLineAndTheNextIsRight()
    {
        var listing = await ReadListing.FromAsync($"{Some.Title(1)}\n\n{Some.Title(2)}\n\n{Some.Abstract}\n\n{Some.Cards(1, 3)}{Some.Title(4)}\n");

        Assert.Equal([Some.Title(2), Some.Title(3)], listing.Titles);
        Assert.Equal(["line 1", "line 11"], listing.Rejections.Select(rejection => rejection.Where));
        Assert.Equal($"\"{Some.Title(1)}\" has no abstract under it: add one, or remove the line.", listing.Rejections[0].Reason);
    }

    [Fact]
    public async Task Abstract_WithoutTitle_IsRejectedByItsLineAndTheNextIsRight()
    {
        var listing = await ReadListing.FromAsync($"{Some.Cards(1)}{Some.AbstractOf(7)}\n\n{Some.Cards(1, 2)}");

        Assert.Equal([Some.Title(1), Some.Title(2)], listing.Titles);
        var rejection = Assert.Single(listing.Rejections);
        Assert.Equal("line 5", rejection.Where);
        Assert.Contains("has no title above it", rejection.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, false, true)]
    [InlineData(399, false, false)]
    [InlineData(120, true, true)]
    [InlineData(40, true, true)]
    [InlineData(39, true, false)]
    public async Task Text_UnderATitle_IsAnAbstractByLengthAndSentence(int length, bool sentence, bool isAbstract)
    {
        var text = string.Concat(Enumerable.Repeat("some words ", 40))[..(length - 1)].TrimEnd().PadRight(length - 1, 's') + (sentence ? '.' : 's');

        var listing = await ReadListing.FromAsync($"{Some.Title(1)}\n\n{text}\n\n", Format);

        Assert.Equal(isAbstract ? [text] : [], listing.Papers.Select(paper => paper.Abstract));
    }

    [Theory]
    [InlineData(119, false)]
    [InlineData(120, true)]
    public async Task Text_DirectlyUnderATitle_NeedsTheLengthOfSentences(int length, bool isAbstract)
    {
        var text = string.Concat(Enumerable.Repeat("Some words ", 40))[..(length - 1)].TrimEnd().PadRight(length - 1, 's') + '.';

        Assert.Equal(isAbstract ? 1 : 0, (await ReadListing.FromAsync($"{Some.Title(1)}\n{text}\n", Format)).Papers.Count);
    }

    [Fact]
    public async Task Title_ThatEndsWithAFullStop_IsStillTheTitleOfTheAbstractUnderIt()
    {
        var listing = await ReadListing.FromAsync($"Wet Paper Lab Weekly\n\nSorting Wet Paper in Linear Time With No Loss at All.\n\n{Some.Abstract}\n", Format);

        Assert.Equal(["Sorting Wet Paper in Linear Time With No Loss at All."], listing.Titles);
        Assert.Equal("line 1", Assert.Single(listing.Rejections).Where);
    }

    [Theory]
    [InlineData("Sorting Wet Paper in Linear\n  Time", "Sorting Wet Paper in Linear Time")]
    [InlineData("Sorting Wet Paper\nin Linear Time", "Sorting Wet Paper in Linear Time")]
    [InlineData("### Sorting Wet Paper", "Sorting Wet Paper")]
    [InlineData("  Sorting Wet Paper  ", "Sorting Wet Paper")]
    public async Task Title_WrappedMarkedOrIndented_IsOneCleanLine(string written, string title)
        => Assert.Equal([title], (await ReadListing.FromAsync($"{Some.Banner}{written}\n\n{Some.Abstract}\n")).Titles);

    [Fact]
    public async Task Abstract_WrappedByHand_KeepsItsLines()
    {
        const string text = "Sorting is slow on wet paper. We propose DrySort, a method\nthat dries each page before it is compared. Experiments on\nthree data sets show that it is 2.5 times faster.";

        Assert.Equal([text], (await ReadListing.FromAsync($"{Some.Banner}{Some.Title()}\n\n{text}\n")).Papers.Select(paper => paper.Abstract));
    }

    [Fact]
    public async Task Abstract_OverTheLimit_IsRejectedByItsLine()
    {
        var listing = await ReadListing.FromAsync($"{Some.Banner}{Some.Title(1)}\n\n{new string('x', 50_001)}\n\n{Some.Cards(1, 2)}");

        Assert.Equal([Some.Title(2)], listing.Titles);
        Assert.Equal("the abstract has 50001 characters, more than 50000: give the abstract, not the paper.", Assert.Single(listing.Rejections).Reason);
    }

    [Fact]
    public async Task Line_OverAMegabyte_IsRejectedAndTheRestIsRead()
    {
        var listing = await ReadListing.FromAsync($"{Some.Banner}{Some.Cards(1)}{new string('x', (1 << 20) + 1)}\n\n{Some.Cards(1, 2)}");

        Assert.Equal([Some.Title(1), Some.Title(2)], listing.Titles);
        Assert.Equal("line 15", Assert.Single(listing.Rejections).Where);
    }
}
