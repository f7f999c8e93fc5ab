using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Contract;
using Pipeline.Storage.Mongo.Papers;

namespace Pipeline.Storage.Mongo.Tests.Papers;

public sealed class PaperBatchTests
{
    private static readonly Observation Later = Some.Observation("later", minutes: 5);

    [Fact]
    public void Merge_OfAPaperThatConnectsTwo_JoinsThemUnderTheBestKey()
    {
        var batch = new PaperBatch([Stored("doi:10.1/x"), Stored("title:a")]);

        Assert.Equal("arxiv:1", batch.Merge(Listed("arxiv:1", "doi:10.1/x", "title:a"), Later));

        var change = Assert.Single(batch.Changes());
        Assert.Null(change.Stored);
        Assert.Equal(["doi:10.1/x", "title:a"], change.Former.Select(paper => paper.Id).Order(StringComparer.Ordinal));
        Assert.Equal((true, true), (change.IsJoin, change.HasNewKeys));
    }

    [Fact]
    public void Merge_OfAPaperWithANewKey_HasNewKeysButIsNoJoin()
    {
        var batch = new PaperBatch([Stored("arxiv:1")]);

        batch.Merge(Listed("arxiv:1", "doi:10.1/x"), Later);

        var change = Assert.Single(batch.Changes());
        Assert.Equal((false, true), (change.IsJoin, change.HasNewKeys));
    }

    [Fact]
    public void Merge_OfAKnownPaper_HasNoNewKeys()
    {
        var batch = new PaperBatch([Stored("arxiv:1", "title:a")]);

        batch.Merge(Listed("arxiv:1"), Later);

        var change = Assert.Single(batch.Changes());
        Assert.Equal((false, false), (change.IsJoin, change.HasNewKeys));
        Assert.Same(change.Sources[0], change.Stored);
    }

    [Fact]
    public void Get_OfAKeyThatALaterPaperOfTheBatchMoved_FollowsIt()
    {
        var batch = new PaperBatch([]);
        var first = batch.Merge(Listed("title:a"), Later);
        batch.Merge(Listed("doi:10.1/x", "title:a"), Later);
        batch.Merge(Listed("arxiv:1", "doi:10.1/x"), Later);

        Assert.Equal(("title:a", "arxiv:1"), (first, batch.Get(first).Id));
        Assert.Equal("arxiv:1", Assert.Single(batch.Changes()).Merged.Id);
    }

    [Fact]
    public void Merge_OfAnAliasThatTwoPapersShare_GoesToTheSmallerKey()
    {
        var batch = new PaperBatch([Stored("doi:10.1/y", "title:a"), Stored("doi:10.1/x", "title:a")]);

        Assert.Equal("doi:10.1/x", batch.Merge(Listed("title:a"), Later));
    }

    [Fact]
    public void Merge_OfAPaperThatAnEarlierOneOfTheBatchIntroduced_MeetsIt()
    {
        var batch = new PaperBatch([]);
        batch.Merge(Listed("doi:10.1/x", "title:a"), Later);

        Assert.Equal("doi:10.1/x", batch.Merge(Listed("title:a"), Later));
        Assert.Null(Assert.Single(batch.Changes()).Stored);
    }

    [Fact]
    public void Changes_OfPapersThatStayedAsTheyWere_AreNone()
    {
        var listed = Listed("arxiv:1");
        var batch = new PaperBatch([PaperMerge.Apply(null, listed, Later)]);

        batch.Merge(listed, Later);

        Assert.Empty(batch.Changes());
    }

    [Fact]
    public void Changes_ComeInTheOrderOfKeys()
    {
        var batch = new PaperBatch([]);
        batch.Merge(Listed("b"), Later);
        batch.Merge(Listed("a"), Later);

        Assert.Equal(["a", "b"], batch.Changes().Select(change => change.Merged.Id));
    }

    private static ParsedPaper Listed(string id, params string[] aliases)
        => Some.Paper(id, "Title") with { Aliases = [.. aliases.Append(id).Order(StringComparer.Ordinal)] };

    private static EnrichedPaper Stored(string id, params string[] aliases)
        => PaperMerge.Apply(null, Listed(id, aliases), Some.Observation());
}
