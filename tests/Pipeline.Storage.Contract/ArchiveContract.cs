using System.Security.Cryptography;
using Pipeline.BuildingBlocks.Listings;

namespace Pipeline.Storage.Contract;

/// <summary>Raw bytes are kept under their SHA-256.</summary>
public abstract class ArchiveContract : StoreContract
{
    [Fact]
    public async Task Save_ThenOpen_GivesTheBytesBack()
    {
        byte[] bytes = [0, 255, 13, 10, 0, 1, 2, 3];

        var saved = await Archive.SaveAsync(new MemoryStream(bytes), Token);

        Assert.Equal(new(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length), saved);
        Assert.Equal(bytes, await ReadAsync(saved.ContentHash));
    }

    [Fact]
    public async Task Save_OfEmptyContent_IsKeptToo()
    {
        var saved = await Archive.SaveAsync(Stream.Null, Token);

        Assert.Equal(new("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 0), saved);
        Assert.Empty(await ReadAsync(saved.ContentHash));
    }

    [Fact]
    public async Task Save_OfEqualBytesTwice_GivesTheSameAnswer()
    {
        var first = await Archive.SaveAsync(new PatternStream(100_000), Token);
        var second = await Archive.SaveAsync(new PatternStream(100_000), Token);

        Assert.Equal(first, second);
        Assert.Equal(100_000, (await ReadAsync(first.ContentHash)).Length);
    }

    [Fact]
    public async Task Save_OfEqualBytesFromFourAtOnce_KeepsThemReadable()
    {
        var saved = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => Task.Run(() => Archive.SaveAsync(new PatternStream(300_000), Token), Token)));

        Assert.Single(saved.Distinct());
        Assert.Equal(300_000, (await ReadAsync(saved[0].ContentHash)).Length);
    }

    [Fact]
    public async Task Save_OfTwentyMegabytesThatCannotSeek_StreamsThrough()
    {
        const int length = 20 * 1024 * 1024;

        var saved = await Archive.SaveAsync(new PatternStream(length), Token);

        Assert.Equal(length, saved.Length);
        await using var read = await Archive.OpenReadAsync(saved.ContentHash, Token);
        Assert.Equal(saved.ContentHash, Convert.ToHexStringLower(await SHA256.HashDataAsync(read, Token)));
    }

    [Fact]
    public async Task Save_OfAStreamThatBreaks_ThrowsAndKeepsNothing()
    {
        const int broken = 150_000;

        await Assert.ThrowsAsync<IOException>(() => Archive.SaveAsync(new PatternStream(300_000, breaksAt: broken), Token));

        var whole = Convert.ToHexStringLower(await SHA256.HashDataAsync(new PatternStream(broken), Token));
        await Assert.ThrowsAsync<ArchivedContentNotFoundException>(() => Archive.OpenReadAsync(whole, Token));
    }

    [Fact]
    public async Task Open_OfAHashThatIsNotArchived_SaysWhich()
    {
        var hash = new string('a', 64);

        var thrown = await Assert.ThrowsAsync<ArchivedContentNotFoundException>(() => Archive.OpenReadAsync(hash, Token));

        Assert.Equal(hash, thrown.ContentHash);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    public async Task Open_OfATextThatIsNoHash_FindsNothing(string text)
    {
        await Archive.SaveAsync(Stream.Null, Token);

        await Assert.ThrowsAsync<ArchivedContentNotFoundException>(() => Archive.OpenReadAsync(text, Token));
    }

    private async Task<byte[]> ReadAsync(string hash)
    {
        await using var content = await Archive.OpenReadAsync(hash, Token);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, Token);
        return bytes.ToArray();
    }
}
