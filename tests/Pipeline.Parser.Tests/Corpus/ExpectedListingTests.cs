namespace Pipeline.Parser.Tests.Corpus;

public sealed class ExpectedListingTests
{
    // Papers that stand in a file, whole and with an id, although the expectation knows nothing of them.
    private static readonly (string File, string Id)[] Overlooked = [("arxiv-mail/browse_math-ph_9712.txt", "arxiv:math/9712278")];

    public static TheoryData<string> Files
        => [.. ExpectedListing.FilesWithPapers().DefaultIfEmpty("")];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Listing_Real_GivesThePapersAnotherProgramFound(string file)
    {
        Assert.SkipWhen(file.Length == 0, "The shared folder with real listings is not here.");
        var expected = ExpectedListing.Of(file);

        var listing = await ReadListing.FromAsync(File.OpenRead(ExpectedListing.PathOf(file)), name: Path.GetFileName(file));

        Assert.Equal(expected.Shown, expected.ShownAs([.. listing.Papers.Where(paper => !Overlooked.Contains((file, paper.Id)))]));
    }
}
