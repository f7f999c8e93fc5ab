using System.Text;
using CsCheck;
using Pipeline.Parser.Parsing.Bytes;

namespace Pipeline.Parser.Tests.Parsing.Bytes;

public sealed class PackedListingTests
{
    private static readonly string Lines = string.Concat(Enumerable.Range(1, 400).Select(Some.Line));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Gzip_OnceOrTwice_IsReadAsWhatIsInside(int layers)
    {
        var packed = Enumerable.Range(0, layers).Aggregate(Encoding.UTF8.GetBytes(Lines), (content, _) => Packed.Gzip(content));

        var listing = await ReadListing.FromAsync(new DrippingStream(packed, 1000), name: "listing.jsonl.gz.gz");

        Assert.Equal("json-lines", listing.Format);
        Assert.Equal(Enumerable.Range(1, 400).Select(Some.Title), listing.Titles);
        Assert.Null(listing.Broken);
    }

    [Fact]
    public async Task Gzip_ThreeTimes_IsRefused()
        => Assert.StartsWith(
            "this looks like a gzip file inside another: unpack it",
            (await ReadListing.FromAsync(Packed.Gzip(Packed.Gzip(Packed.Gzip(Lines))))).Refusal,
            StringComparison.Ordinal);

    [Fact]
    public async Task Gzip_OfMembersOneAfterAnother_IsReadToTheEnd()
    {
        var listing = await ReadListing.FromAsync([.. Packed.Gzip(Some.Line(1)), .. Packed.Gzip(Some.Line(2))]);

        Assert.Equal([Some.Title(1), Some.Title(2)], listing.Titles);
    }

    [Fact]
    public async Task Gzip_CutAnywhere_KeepsTheCompleteEntriesAndSaysThatItIsCut()
    {
        var packed = Packed.Gzip(Lines);

        await Gen.Int[2, packed.Length - 1].SampleAsync(
            async length =>
            {
                var listing = await ReadListing.FromAsync(packed[..length], "json-lines");
                var isTold = listing.Refusal ?? listing.Broken?.Reason ?? "";
                return isTold.Contains("gzip", StringComparison.Ordinal)
                    && listing.Titles.SequenceEqual(Enumerable.Range(1, listing.Papers.Count).Select(Some.Title))
                    && listing.Rejections.Count == 0;
            },
            iter: 200);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(17)]
    public async Task Gzip_CutInItsHeader_IsRefusedAsThat(int length)
        => Assert.StartsWith("this looks like a gzip file, but nothing in it", (await ReadListing.FromAsync(Packed.Gzip(Lines)[..length])).Refusal, StringComparison.Ordinal);

    [Fact]
    public async Task Gzip_CutInTheMiddle_KeepsMostOfWhatCameBefore()
    {
        var packed = Packed.Gzip(Lines);

        var listing = await ReadListing.FromAsync(packed[..(packed.Length / 2)]);

        Assert.InRange(listing.Papers.Count, 100, 300);
        Assert.Contains("cut off or damaged", listing.Broken!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gzip_WithADamagedByte_IsBroken()
    {
        var packed = Packed.Gzip(Lines);
        packed[packed.Length / 2] ^= 0xFF;

        Assert.Contains("cut off or damaged", (await ReadListing.FromAsync(packed)).Broken!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gzip_OfNothing_IsAnEmptyFile()
        => Assert.StartsWith("this looks like an empty file", (await ReadListing.FromAsync(Packed.Gzip(""))).Refusal, StringComparison.Ordinal);

    [Fact]
    public async Task Gzip_ThatIsABomb_IsGivenUpEarly()
    {
        var bomb = new GunzipStream(new MemoryStream(Packed.Bomb(64)));
        var buffer = new byte[1 << 16];
        var given = 0L;
        for (int read; (read = await bomb.ReadAsync(buffer, TestContext.Current.CancellationToken)) > 0;)
        {
            given += read;
        }

        Assert.Contains("compression bomb", bomb.Fault, StringComparison.Ordinal);
        Assert.InRange(given, GunzipStream.UnsuspiciousBytes - buffer.Length, GunzipStream.UnsuspiciousBytes);
    }

    [Theory]
    [InlineData(999, 1000, true)]
    [InlineData(1000, 1000, true)]
    [InlineData(1001, 1000, false)]
    public void Gzip_OverTheLimit_IsCut(int bytes, long limit, bool isWhole)
    {
        var content = new GunzipStream(new MemoryStream(Packed.Gzip(new string('x', bytes))), limit);

        content.CopyTo(Stream.Null);

        Assert.Equal(isWhole, content.Fault is null);
    }

    [Fact]
    public async Task Zip_IsRefused()
        => Assert.Contains("a zip file", (await ReadListing.FromAsync("PK\u0003\u0004zipped")).Refusal, StringComparison.Ordinal);
}
