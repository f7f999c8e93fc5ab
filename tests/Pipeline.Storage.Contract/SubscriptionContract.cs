using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Storage.Contract;

/// <summary>Subscriptions are one of each name, moved on by one writer at a time, and removed with what was sent for them.</summary>
public abstract class SubscriptionContract : StoreContract
{
    [Fact]
    public async Task Add_OfSubscriptionsWithEveryValueSet_ReadsBackExactly()
    {
        var digest = SomeSubscription.FullDigest() with { Id = SomeSubscription.Id(2), Name = "weekly" };

        Assert.True(await AddAsync(SomeSubscription.FullWebhook()));
        Assert.True(await AddAsync(digest));

        Assert.Equal(Canonical.Json(SomeSubscription.FullWebhook()), Canonical.Json(await Subscriptions.FindAsync(SomeSubscription.Id(), Token)));
        Assert.Equal(Canonical.Json(digest), Canonical.Json(await Subscriptions.FindByNameAsync("weekly", Token)));
    }

    [Fact]
    public async Task Find_OfWhatIsNotThere_FindsNothing()
    {
        await AddAsync(SomeSubscription.Webhook(name: "a"));

        Assert.Null(await Subscriptions.FindAsync(SomeSubscription.Id(2), Token));
        Assert.Null(await Subscriptions.FindByNameAsync("A", Token));
    }

    [Theory]
    [InlineData(1, "b")]
    [InlineData(2, "a")]
    public async Task Add_OfAKeyOrNameThatIsThere_WritesNeitherItNorWhatWasDone(int number, string name)
    {
        await AddAsync(SomeSubscription.Webhook(name: "a"));

        Assert.False(await Subscriptions.TryAddAsync(SomeSubscription.Webhook(number, name, cursor: 7), SomeSubscription.Event(2), Token));

        Assert.Equal(("a", 0), (Assert.Single(await Subscriptions.ListAsync(Token)).Name, (await GetAsync()).Cursor));
        Assert.Equal([SomeSubscription.Event().Id], await EventIdsAsync());
    }

    [Fact]
    public async Task Add_OfOneNameFromManyAtOnce_SucceedsOnce_AndTellsOfThatOne()
    {
        var added = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => Task.Run(
            () => Subscriptions.TryAddAsync(SomeSubscription.Webhook(n, "same"), SomeSubscription.Event(n, n), Token), Token)));

        Assert.Single(added, done => done);
        var stored = Assert.Single(await Subscriptions.ListAsync(Token));
        Assert.Equal(stored.Id, Assert.Single(await Subscriptions.ListEventsAsync(null, 10, Token)).SubscriptionId);
    }

    [Fact]
    public async Task List_IsInOrdinalOrderOfNames()
    {
        string[] names = ["a", "B", "\uFF5E", "b", "é", "\U0001F4C4"];
        foreach (var (number, name) in names.Index())
        {
            await Subscriptions.TryAddAsync(SomeSubscription.Webhook(number, name), SomeSubscription.Event(number, number), Token);
        }

        Assert.Equal(names.Order(StringComparer.Ordinal), (await Subscriptions.ListAsync(Token)).Select(found => found.Name));
    }

    [Fact]
    public async Task Update_OfTheSequenceThatStands_WritesEverything_AndCountsOn()
    {
        await AddAsync(SomeSubscription.Webhook());
        var next = SomeSubscription.FullWebhook() with { Sequence = 0 };

        Assert.True(await Subscriptions.UpdateAsync(next, null, Token));

        Assert.Equal(Canonical.Json(next with { Sequence = 1 }), Canonical.Json(await GetAsync()));
        Assert.Single(await EventIdsAsync());
    }

    [Fact]
    public async Task Update_WithoutTheValuesThatWereThere_TakesThemAway()
    {
        await AddAsync(SomeSubscription.FullDigest());
        var bare = SomeSubscription.Digest(name: SomeSubscription.FullDigest().Name) with { Sequence = 8 };

        Assert.True(await Subscriptions.UpdateAsync(bare, null, Token));

        Assert.Equal(Canonical.Json(bare with { Sequence = 9 }), Canonical.Json(await GetAsync()));
    }

    [Fact]
    public async Task Update_OfASequenceThatHasPassed_WritesNeitherItNorWhatWasDone()
    {
        await AddAsync(SomeSubscription.Webhook());
        await Subscriptions.UpdateAsync(SomeSubscription.Webhook(cursor: 5), null, Token);

        Assert.False(await Subscriptions.UpdateAsync(SomeSubscription.Webhook(cursor: 6), SomeSubscription.Event(2), Token));
        Assert.False(await Subscriptions.UpdateAsync(SomeSubscription.Webhook(cursor: 6), null, Token));
        Assert.False(await Subscriptions.UpdateAsync(SomeSubscription.Webhook(2), SomeSubscription.Event(3, 2), Token));

        Assert.Equal((5, 1), ((await GetAsync()).Cursor, (await GetAsync()).Sequence));
        Assert.Equal([SomeSubscription.Event().Id], await EventIdsAsync());
    }

    [Fact]
    public async Task Update_FromManyAtOnce_CountsEachStepOnce_AndTellsOfEach()
    {
        await AddAsync(SomeSubscription.Webhook());

        await Task.WhenAll(Enumerable.Range(2, 8).Select(n => Task.Run(() => StepOnceAsync(n), Token)));

        Assert.Equal((8, 8), ((await GetAsync()).Cursor, (await GetAsync()).Sequence));
        Assert.Equal(9, (await EventIdsAsync()).Count);
    }

    [Fact]
    public async Task Remove_TakesAttemptsIssuesAndToldPapers_LeavesWhatWasDone_AndOthers()
    {
        foreach (var number in new[] { 1, 2 })
        {
            await Subscriptions.TryAddAsync(SomeSubscription.Digest(number), SomeSubscription.Event(number, number), Token);
            await Attempts.AddAsync([SomeSubscription.Attempt(number, number)], Token);
            await Digests.KeepAsync(SomeSubscription.Issue(1, number, "a"), Token);
        }

        Assert.True(await Subscriptions.RemoveAsync(SomeSubscription.Id(), SomeSubscription.Event(3, minutes: 1, action: "removed"), Token));

        Assert.Null(await Subscriptions.FindAsync(SomeSubscription.Id(), Token));
        Assert.Equal((0, false, 0), await RemainsAsync(1));
        Assert.Equal(["removed", "added"], (await Subscriptions.ListEventsAsync(SomeSubscription.Id(), 10, Token)).Select(what => what.Action));
        Assert.Equal((1, true, 1), await RemainsAsync(2));
    }

    [Fact]
    public async Task Remove_OfWhatIsNotThere_WritesNothing_AndItsNameIsFreeAgain()
    {
        await AddAsync(SomeSubscription.Webhook(name: "a"));
        await Subscriptions.RemoveAsync(SomeSubscription.Id(), SomeSubscription.Event(2), Token);

        Assert.False(await Subscriptions.RemoveAsync(SomeSubscription.Id(), SomeSubscription.Event(3), Token));

        Assert.Equal(2, (await EventIdsAsync()).Count);
        Assert.True(await Subscriptions.TryAddAsync(SomeSubscription.Webhook(2, "a"), SomeSubscription.Event(4, 2), Token));
    }

    private Task<bool> AddAsync(Subscription subscription)
        => Subscriptions.TryAddAsync(subscription, SomeSubscription.Event(), Token);

    private async Task StepOnceAsync(int number)
    {
        while (true)
        {
            var stored = await GetAsync();
            if (await Subscriptions.UpdateAsync(stored with { Cursor = stored.Cursor + 1 }, SomeSubscription.Event(number, action: "replayed"), Token))
            {
                return;
            }
        }
    }

    private async Task<(int Attempts, bool Issue, int Told)> RemainsAsync(int number) => (
        (await Attempts.ListAsync(SomeSubscription.Id(number), false, 10, Token)).Count,
        await Digests.FindLastAsync(SomeSubscription.Id(number), Token) is not null,
        (await Digests.FindToldAsync(SomeSubscription.Id(number), ["a"], Token)).Count);

    private async Task<IReadOnlyList<Guid>> EventIdsAsync()
        => [.. (await Subscriptions.ListEventsAsync(SomeSubscription.Id(), 100, Token)).Select(what => what.Id)];

    private async Task<Subscription> GetAsync()
    {
        var stored = await Subscriptions.FindAsync(SomeSubscription.Id(), Token);
        Assert.NotNull(stored);
        return stored;
    }
}
