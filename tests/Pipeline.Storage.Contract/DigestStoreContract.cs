using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Storage.Contract;

/// <summary>An issue of a digest is made once; what it told of is never told to that reader again.</summary>
public abstract class DigestStoreContract : StoreContract
{
    [Fact]
    public async Task Issue_WithEveryValueSet_ReadsBackExactly()
    {
        await GivenSubscriptionsAsync();
        var issue = SomeSubscription.Issue(3, 1, "doi:10.1/über", "arxiv:2603.00001", "$a.b") with
        {
            ReadTo = 9_007_199_254_740_993,
            MadeAt = SomeSubscription.Exact(1),
            SentAt = SomeSubscription.Exact(2),
        };

        var kept = await Digests.KeepAsync(issue, Token);

        Assert.Equal(Canonical.Json(issue), Canonical.Json(kept));
        Assert.Equal(Canonical.Json(issue), Canonical.Json(await Digests.FindLastAsync(SomeSubscription.Id(), Token)));
    }

    [Fact]
    public async Task Keep_OfANumberThatIsKept_LeavesTheFirst_AndTellsOfNoOther()
    {
        await GivenSubscriptionsAsync();
        var first = SomeSubscription.Issue(1, 1, "b", "a");
        await Digests.KeepAsync(first, Token);

        var kept = await Digests.KeepAsync(SomeSubscription.Issue(1, 1, "c") with { ReadTo = 99 }, Token);

        Assert.Equal(Canonical.Json(first), Canonical.Json(kept));
        Assert.Equal(Canonical.Json(first), Canonical.Json(await Digests.FindLastAsync(SomeSubscription.Id(), Token)));
        Assert.Equal(["a", "b"], await ToldAsync("a", "b", "c"));
    }

    [Fact]
    public async Task Keep_OfOneNumberFromManyAtOnce_GivesAllTheSame()
    {
        await GivenSubscriptionsAsync();
        var kept = await Task.WhenAll(Enumerable.Range(1, 8).Select(
            n => Task.Run(() => Digests.KeepAsync(SomeSubscription.Issue(1, 1, $"paper {n}"), Token), Token)));

        Assert.Single(kept.Select(issue => Canonical.Json(issue)).Distinct());
        Assert.Equal(kept[0]!.PaperIds, await ToldAsync([.. Enumerable.Range(1, 8).Select(n => $"paper {n}")]));
    }

    [Fact]
    public async Task FindLast_IsTheHighestNumberOfTheSubscription()
    {
        await GivenSubscriptionsAsync();
        Assert.Null(await Digests.FindLastAsync(SomeSubscription.Id(), Token));
        foreach (var issue in new[] { SomeSubscription.Issue(2), SomeSubscription.Issue(10), SomeSubscription.Issue(9), SomeSubscription.Issue(11, 2) })
        {
            await Digests.KeepAsync(issue, Token);
        }

        Assert.Equal(10, (await Digests.FindLastAsync(SomeSubscription.Id(), Token))?.Number);
    }

    [Fact]
    public async Task MarkSent_SaysWhen_OfThatIssueAlone()
    {
        await GivenSubscriptionsAsync();
        await Digests.KeepAsync(SomeSubscription.Issue(1, 1, "a"), Token);
        await Digests.KeepAsync(SomeSubscription.Issue(1, 2), Token);

        await Digests.MarkSentAsync(SomeSubscription.Id(), 1, SomeSubscription.Exact(5), Token);
        await Digests.MarkSentAsync(SomeSubscription.Id(), 2, SomeSubscription.Exact(5), Token);

        Assert.Equal(
            Canonical.Json(SomeSubscription.Issue(1, 1, "a") with { SentAt = SomeSubscription.Exact(5) }),
            Canonical.Json(await Digests.FindLastAsync(SomeSubscription.Id(), Token)));
        Assert.Null((await Digests.FindLastAsync(SomeSubscription.Id(2), Token))?.SentAt);
    }

    [Fact]
    public async Task Told_IsWhatAnyIssueOfTheSubscriptionHeld_OfThePapersAskedFor()
    {
        await GivenSubscriptionsAsync();
        await Digests.KeepAsync(SomeSubscription.Issue(1, 1, "a", "b"), Token);
        await Digests.KeepAsync(SomeSubscription.Issue(2, 1, "b", "c"), Token);
        await Digests.KeepAsync(SomeSubscription.Issue(1, 2, "d"), Token);

        Assert.Equal(["b", "c"], await ToldAsync("b", "c", "d", "x"));
        Assert.Empty(await ToldAsync("A"));
        Assert.Empty(await ToldAsync());
    }

    private async Task<IEnumerable<string>> ToldAsync(params IReadOnlyList<string> papers)
        => (await Digests.FindToldAsync(SomeSubscription.Id(), papers, Token)).Order(StringComparer.Ordinal);
}
