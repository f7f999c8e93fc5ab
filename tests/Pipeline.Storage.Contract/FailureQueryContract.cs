using Pipeline.BuildingBlocks.Failures;

namespace Pipeline.Storage.Contract;

/// <summary>Messages that failed, as people look for them.</summary>
public abstract class FailureQueryContract : StoreContract
{
    [Fact]
    public async Task List_ReadsWithoutBodies_WhatFailedLastFirst()
    {
        await GivenAsync(SomeFailure.Message(1, failed: 1), SomeFailure.Message(2, failed: 3), SomeFailure.Message(3, failed: 2));

        var listed = await Failures.ListAsync(new(), 2, Token);

        Assert.Equal([SomeSource.Id(2), SomeSource.Id(3)], listed.Select(failure => failure.Id));
        Assert.All(listed, failure => Assert.Empty(failure.Body));
    }

    public static TheoryData<FailureQuery, int[]> Queries => new()
    {
        { new(), [1, 2, 3, 4] },
        { new() { Ids = [SomeSource.Id(1), SomeSource.Id(4), SomeSource.Id(9)] }, [1, 4] },
        { new() { States = [FailureState.Dead] }, [2, 3] },
        { new() { States = [FailureState.Dead, FailureState.Sent] }, [2, 3, 4] },
        { new() { Stage = "parse-listing" }, [3] },
        { new() { Stage = "parse" }, [] },
        { new() { Cause = FailureCause.DeliveryLimit }, [4] },
        { new() { Words = "(.*) [1]" }, [2] },
        { new() { Words = "archive" }, [1, 3, 4] },
        { new() { Words = "ARCHIVE" }, [] },
        { new() { Before = SomeFailure.At(2) }, [1] },
        { new() { States = [FailureState.Dead], Stage = "extract-claims", Words = "[1]" }, [2] },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Query_NarrowsByAllThatItSays(FailureQuery query, int[] expected)
    {
        await GivenAsync(
            SomeFailure.Message(1, failed: 1),
            SomeFailure.Message(2, FailureState.Dead, failed: 2) with { Group = "IOException: (.*) [1]" },
            SomeFailure.Message(3, FailureState.Dead, failed: 3) with { Stage = "parse-listing" },
            SomeFailure.Message(4, FailureState.Sent, failed: 4) with { Cause = FailureCause.DeliveryLimit });

        var ids = expected.Select(SomeSource.Id).ToHashSet();
        Assert.Equal(ids, (await Failures.ListAsync(query, 10, Token)).Select(failure => failure.Id).ToHashSet());
        Assert.Equal(ids, (await Failures.ListKeysAsync(query, after: null, 10, Token)).ToHashSet());
        Assert.Equal(ids.Count, (await Failures.GroupAsync(query, Token)).Sum(group => group.Count));
    }

    [Fact]
    public async Task ListKeys_PageByPage_MeetsEachOnce()
    {
        await GivenAsync([.. Enumerable.Range(1, 7).Select(number => SomeFailure.Message(number))]);

        var seen = new List<Guid>();
        Guid? last = null;
        while (await Failures.ListKeysAsync(new() { Stage = "extract-claims" }, last, 3, Token) is { Count: > 0 } page)
        {
            seen.AddRange(page);
            last = page[^1];
        }

        Assert.Equal(Enumerable.Range(1, 7).Select(SomeSource.Id).OrderBy(id => id.ToString("D"), StringComparer.Ordinal), seen);
    }

    [Fact]
    public async Task Group_CountsByStageCauseAndState_LargestFirst()
    {
        await GivenAsync(
            SomeFailure.Message(1, FailureState.Dead, failed: 4),
            SomeFailure.Message(2, FailureState.Dead, failed: 6) with { FirstFailedAt = SomeFailure.At(-3) },
            SomeFailure.Message(3, failed: 1),
            SomeFailure.Message(4, FailureState.Dead, failed: 1) with { Stage = "a-stage", Cause = FailureCause.Permanent, Group = "other" });

        var groups = await Failures.GroupAsync(new(), Token);

        Assert.Equal(
            [("extract-claims", FailureState.Dead, 2L), ("a-stage", FailureState.Dead, 1L), ("extract-claims", FailureState.Waiting, 1L)],
            groups.Select(group => (group.Stage, group.State, group.Count)));
        var example = new[] { 1, 2 }.Select(SomeSource.Id).MinBy(id => id.ToString("D"), StringComparer.Ordinal);
        Assert.Equal(
            new()
            {
                Stage = "extract-claims",
                Cause = FailureCause.Transient,
                Group = "IOException: The archive is away.",
                State = FailureState.Dead,
                Count = 2,
                Oldest = SomeFailure.At(-3),
                Newest = SomeFailure.At(6),
                Example = example,
            },
            groups[0]);
        Assert.Equal(FailureCause.Permanent, groups[1].Cause);
    }

    private async Task GivenAsync(params FailedMessage[] failures)
    {
        foreach (var failure in failures)
        {
            Assert.True(await Failures.TryCreateAsync(failure, Token));
        }
    }
}
