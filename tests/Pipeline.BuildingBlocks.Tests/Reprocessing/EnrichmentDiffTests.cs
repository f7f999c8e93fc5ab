using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Reprocessing;

public sealed class EnrichmentDiffTests
{
    private const string Text = "We propose a method. It reaches 91.5 % on ImageNet.";

    [Fact]
    public void Between_EqualClaims_FindsNothing() => Assert.Empty(Between([At(0, 20)], [At(0, 20)]));

    [Fact]
    public void Between_NothingAndNothing_FindsNothing() => Assert.Empty(EnrichmentDiff.Between(null, null));

    [Fact]
    public void Between_OneClaimMore_FindsItAdded()
    {
        var change = Assert.Single(Between([At(0, 20)], [At(0, 20), At(21, 51, ClaimType.Result)]));

        Assert.Equal(new(ChangeKind.Added, "result", Text[21..51], null, 0.8), change);
    }

    [Fact]
    public void Between_OneClaimLess_FindsItRemoved()
        => Assert.Equal(new(ChangeKind.Removed, "contribution", Text[..20], 0.8, null), Assert.Single(Between([At(0, 20)], [])));

    [Fact]
    public void Between_NothingAndClaims_FindsAllAdded()
        => Assert.Equal(2, EnrichmentDiff.Between(null, SectionDigest.Of(Claims(At(0, 20), At(21, 51)))).Count(change => change.Change == ChangeKind.Added));

    [Fact]
    public void Between_AClaimOfAnotherType_FindsOneRemovedAndOneAdded()
    {
        var changes = Between([At(0, 20, ClaimType.Contribution)], [At(0, 20, ClaimType.Finding)]);

        Assert.Equal(
            [("added", "finding"), ("removed", "contribution")],
            changes.Select(change => (change.Change.ToString().ToLowerInvariant(), change.Kind)).Order());
    }

    [Theory]
    [InlineData(0.8, 0.8, false)]
    [InlineData(0.8, 0.85, false)]
    [InlineData(0.8, 0.8501, true)]
    [InlineData(0.8, 0.75, false)]
    [InlineData(0.8, 0.7499, true)]
    public void Between_TheSameClaimMoreOrLessSure_FindsAChangeBeyondTheTolerance(double before, double after, bool expected)
    {
        var changes = Between([At(0, 20, confidence: before)], [At(0, 20, confidence: after)]);

        Assert.Equal(expected ? [new(ChangeKind.Changed, "contribution", Text[..20], before, after)] : Array.Empty<ItemChange>(), changes);
    }

    [Fact]
    public void Between_TheSameClaimWithAnotherNumber_FindsAChange()
    {
        var (without, with) = (At(21, 51), At(21, 51, quantity: new(32, 38)));

        Assert.Equal(ChangeKind.Changed, Assert.Single(Between([without], [with])).Change);
        Assert.Empty(Between([with], [At(21, 51, quantity: new(32, 38))]));
    }

    [Fact]
    public void Between_TheSameClaimWithAnotherName_FindsAChange()
    {
        var names = new Names { Datasets = [Quote.From(Text, new(42, 50))] };

        Assert.Equal(ChangeKind.Changed, Assert.Single(Between([At(21, 51)], [At(21, 51, names: names)])).Change);
        Assert.Equal(
            ChangeKind.Changed,
            Assert.Single(Between([At(21, 51, names: names)], [At(21, 51, names: new() { Methods = names.Datasets })])).Change);
    }

    [Fact]
    public void Between_Topics_FindsThemByIdAndScore()
    {
        var before = SectionDigest.Of(Topics(("cs.AI", 0.9), ("cs.CL", 0.60), ("cs.LG", 0.60)));
        var after = SectionDigest.Of(Topics(("cs.LG", 0.66), ("cs.CL", 0.65), ("cs.RO", 0.4)));

        Assert.Equal(
            [
                new(ChangeKind.Removed, "cs.AI", "", 0.9, null),
                new(ChangeKind.Changed, "cs.LG", "", 0.60, 0.66),
                new(ChangeKind.Added, "cs.RO", "", null, 0.4),
            ],
            EnrichmentDiff.Between(before, after));
    }

    [Fact]
    public void Differ_IsTrueForTheSectionsThatHaveChanges()
    {
        Assert.False(EnrichmentDiff.Differ(Claims(At(0, 20)), Claims(At(0, 20)) with { Version = new() { Name = "claims", Version = "9" } }));
        Assert.True(EnrichmentDiff.Differ(Claims(At(0, 20)), Claims()));
        Assert.False(EnrichmentDiff.Differ(Topics(("cs.AI", 0.9)), Topics(("cs.AI", 0.9))));
        Assert.True(EnrichmentDiff.Differ(Topics(("cs.AI", 0.9)), Topics(("cs.AI", 0.9), ("cs.RO", 0.4))));
    }

    private static IReadOnlyList<ItemChange> Between(Claim[] before, Claim[] after)
        => EnrichmentDiff.Between(SectionDigest.Of(Claims(before)), SectionDigest.Of(Claims(after)));

    private static Claim At(
        int start, int end, ClaimType type = ClaimType.Contribution, double confidence = 0.8, TextSpan? quantity = null, Names? names = null)
        => Claim.From(Some.PaperId(1), Text, new(start, end), type, confidence, quantity is { } span ? [Number(span)] : [], names);

    private static Quantity Number(TextSpan span) => Quantity.From(
        Text, span, new() { Values = [91.5], Unit = "%", Kind = QuantityKind.Percent, Direction = QuantityDirection.None, Confidence = 0.6 });

    private static ClaimsSection Claims(params Claim[] claims)
        => Some.ClaimsSection("r1") with { Analysis = new() { Sentences = [], Claims = claims, Quantities = [], Names = new(), Urls = [] } };

    private static TopicsSection Topics(params (string Id, double Score)[] topics) => new()
    {
        Revision = "r1",
        Version = new() { Name = "terms", Version = "1", Taxonomy = "arxiv/1" },
        At = Some.Noon,
        Analysis = new() { Abstained = false, Topics = [.. topics.Select(topic => new TopicAssignment { Id = topic.Id, Score = topic.Score, Evidence = [] })] },
    };
}
