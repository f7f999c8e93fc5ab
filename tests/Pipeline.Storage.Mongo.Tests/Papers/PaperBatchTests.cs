using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Contract;
using Pipeline.Storage.Mongo.Papers;

namespace Pipeline.Storage.Mongo.Tests.Papers;

public sealed class PaperBatchTests
{
    private static readonly Observation Later = Some.Observation("later", minutes: 5);

    [Fact]
    public void Merge_OfAPaperWhoseKeyIsStored_DoesNotGoByAliases()
    {
        var batch = new PaperBatch([Stored("arxiv:1", "doi:10.1/x"), Stored("doi:10.1/x")]);

        Assert.Equal("doi:10.1/x", batch.Merge(Listed("doi:10.1/x", "arxiv:1"), Later));
    }

    [Fact]
    public void Merge_OfAPaperKnownByTwoAliases_GoesByTheSurerOne()
    {
        var batch = new PaperBatch([Stored("title:a"), Stored("doi:10.1/x")]);

        Assert.Equal("doi:10.1/x", batch.Merge(Listed("arxiv:1", "doi:10.1/x", "title:a"), Later));
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
