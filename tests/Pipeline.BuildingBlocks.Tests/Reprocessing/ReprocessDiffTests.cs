using System.Globalization;
using Pipeline.BuildingBlocks.Reprocessing;

namespace Pipeline.BuildingBlocks.Tests.Reprocessing;

public sealed class ReprocessDiffTests
{
    [Fact]
    public void With_NoChange_StaysTheSame()
    {
        var diff = new ReprocessDiff();

        Assert.Same(diff, diff.With("a", []));
    }

    [Fact]
    public void With_Changes_CountsThemByKind_InOrder()
    {
        var diff = new ReprocessDiff()
            .With("a", [Change(ChangeKind.Added, "result"), Change(ChangeKind.Removed, "finding")])
            .With("b", [Change(ChangeKind.Added, "result"), Change(ChangeKind.Changed, "result")]);

        Assert.Equal([new() { Kind = "finding", Removed = 1 }, new() { Kind = "result", Added = 2, Changed = 1 }], diff.Counts);
        Assert.Equal(["a", "a", "b", "b"], diff.Examples.Select(example => example.PaperId));
    }

    [Fact]
    public void With_ManyChanges_KeepsTheFirstExamplesOfEachAndCountsAll()
    {
        var diff = new ReprocessDiff();
        for (var number = 0; number < 20; number++)
        {
            diff = diff.With(number.ToString(CultureInfo.InvariantCulture), [Change(ChangeKind.Added, "result")]);
        }

        diff = diff.With("last", [Change(ChangeKind.Removed, "result")]);

        Assert.Equal(20, Assert.Single(diff.Counts).Added);
        Assert.Equal(ReprocessDiff.MaxExamples + 1, diff.Examples.Count);
        Assert.Equal(("0", "last"), (diff.Examples[0].PaperId, diff.Examples[^1].PaperId));
    }

    [Fact]
    public void With_MoreKindsThanAreKept_CountsTheRestTogether()
    {
        var changes = Enumerable.Range(0, ReprocessDiff.MaxKinds + 3).Select(n => Change(ChangeKind.Added, n.ToString("0000", CultureInfo.InvariantCulture)));

        var diff = new ReprocessDiff().With("a", [.. changes]);

        Assert.Equal(ReprocessDiff.MaxKinds + 1, diff.Counts.Count);
        Assert.Equal(3, Assert.Single(diff.Counts, count => count.Kind == ReprocessDiff.OtherKinds).Added);
    }

    private static ItemChange Change(ChangeKind change, string kind) => new(change, kind, "Words.", null, 0.5);
}
