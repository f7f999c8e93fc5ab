using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Fuzz;
using Pipeline.Parser.Parsing;

namespace Pipeline.Parser.Tests.Corpus;

/// <summary>What checks every listing must itself be able to fail.</summary>
public sealed class InvariantTests
{
    private static readonly ParsedPaper Sound = new()
    {
        Id = "arxiv:2401.01234", Aliases = ["arxiv:2401.01234", "doi:10.1000/x", "title:0123456789abcdef01234567"], Title = "DrySort", Abstract = "x", Rank = 1,
    };

    public static TheoryData<string, ParsedPaper> Unsound => new()
    {
        { "rank", Sound with { Rank = 2 } },
        { "keys", Sound with { Aliases = ["doi:10.1000/x"] } },
        { "keys", Sound with { Aliases = [.. Sound.Aliases, "arxiv:2401.01234v2"] } },
        { "keys", Sound with { Aliases = [.. Sound.Aliases, "title:xyz"] } },
        { "title", Sound with { Title = "" } },
        { "title", Sound with { Title = "two\nlines" } },
        { "title", Sound with { Title = new string('x', PaperText.MaxTitleLength + 1) } },
        { "abstract", Sound with { Abstract = "a\0b" } },
        { "abstract", Sound with { Abstract = "\ud800" } },
        { "abstract", Sound with { Abstract = new string('x', PaperText.MaxAbstractLength + 1) } },
        { "names", Sound with { Authors = [""] } },
        { "version", Sound with { Version = 0 } },
        { "addresses", Sound with { Urls = new Dictionary<string, string> { ["abs"] = "javascript:1" } } },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void Paper_ThatBreaksAPromise_IsCaught(string what, ParsedPaper paper)
        => Assert.Contains(what, new ListingInvariants().Next(new ListingEntry.Listed(paper)), StringComparison.Ordinal);

    [Fact]
    public void Entries_ThatAreSound_Pass()
    {
        var invariants = new ListingInvariants();

        Assert.Null(invariants.Next(new ListingEntry.Listed(Sound)));
        Assert.Null(invariants.Next(new ListingEntry.Withdrawn("arxiv:2401.01235")));
        Assert.Null(invariants.Next(new ListingEntry.Broken("cut off: fetch it again.", "line 3")));
    }

    [Fact]
    public void Entries_ThatContradictEachOther_AreCaught()
    {
        var invariants = new ListingInvariants();
        invariants.Next(new ListingEntry.Listed(Sound));

        Assert.Contains("twice", invariants.Next(new ListingEntry.Listed(Sound with { Rank = 2 })), StringComparison.Ordinal);
        Assert.Contains("under the key", invariants.Next(new ListingEntry.Withdrawn("nobody")), StringComparison.Ordinal);
        Assert.Contains("broken as", invariants.Next(new ListingEntry.Broken("two\nlines", "x")), StringComparison.Ordinal);
        Assert.Contains("follows", invariants.Next(new ListingEntry.Withdrawn("arxiv:2401.01235")), StringComparison.Ordinal);
    }
}
