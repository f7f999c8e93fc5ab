namespace Pipeline.Storage.Contract;

/// <summary>What an address last answered.</summary>
public abstract class FetchCacheContract : StoreContract
{
    [Fact]
    public async Task Save_ReadsBackExactly_ForThatSourceAndAddressOnly()
    {
        var answer = SomeSource.Cached(etag: "W/\"ü $a.b\"");

        await Cache.SaveAsync(answer, Token);

        Assert.Equal(answer, await Cache.FindAsync("daily", answer.Address, Token));
        Assert.Null(await Cache.FindAsync("other", answer.Address, Token));
        Assert.Null(await Cache.FindAsync("daily", answer.Address.ToUpperInvariant(), Token));
    }

    [Fact]
    public async Task Save_OfALaterAnswer_ReplacesTheEarlier_AndNotTheOtherWayRound()
    {
        await Cache.SaveAsync(SomeSource.Cached("\"a\"", minutes: 1), Token);
        await Cache.SaveAsync(SomeSource.Cached("\"b\"", minutes: 2), Token);
        await Cache.SaveAsync(SomeSource.Cached("\"c\"", minutes: 0), Token);

        Assert.Equal("\"b\"", (await FindAsync())?.ETag);
    }

    [Theory]
    [InlineData("\"a\"", null, true)]
    [InlineData(null, "Mon, 02 Mar 2026 08:00:00 GMT", true)]
    [InlineData(null, null, false)]
    public async Task Find_OfAnAnswerThatGaveNothingToAskBy_GivesNull(string? etag, string? lastModified, bool found)
    {
        await Cache.SaveAsync(SomeSource.Cached(), Token);

        await Cache.SaveAsync(SomeSource.Cached(minutes: 1) with { ETag = etag, LastModified = lastModified }, Token);

        Assert.Equal(found, await FindAsync() is { } answer && (answer.ETag, answer.LastModified) == (etag, lastModified));
    }

    [Fact]
    public async Task Save_OfALongAddress_IsFoundByAllOfIt()
    {
        var address = "https://example.org/" + string.Concat(Enumerable.Range(0, 2000).Select(n => $"{n}/"));
        await Cache.SaveAsync(SomeSource.Cached() with { Address = address }, Token);

        Assert.Equal(address, (await Cache.FindAsync("daily", address, Token))?.Address);
        Assert.Null(await Cache.FindAsync("daily", address[..^1], Token));
    }

    private Task<BuildingBlocks.Sources.CachedAnswer?> FindAsync() => Cache.FindAsync("daily", SomeSource.Cached().Address, Token);
}
