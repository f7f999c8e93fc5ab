using System.Text;
using Pipeline.Parser.Parsing;

namespace Pipeline.Parser.Tests.Parsing.Xml;

/// <summary>Memory is counted in bytes held.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class LargeXmlTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task Reader_OfFiftyMegabytes_HoldsLittleOfThem()
    {
        var token = TestContext.Current.CancellationToken;
        await using var content = new RepeatingStream(number => Encoding.UTF8.GetBytes(Piece(number)), 50L * Megabyte);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (papers, most) = (0, 0L);

        var reading = await new ListingReader().OpenAsync(content, "large", null, token);
        await foreach (var entry in reading.Entries.WithCancellation(token))
        {
            if (entry is ListingEntry.Listed && ++papers % 20_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.Equal("rss", reading.Format);
        Assert.InRange(papers, 80_000, int.MaxValue);
        Assert.InRange(most, 0, 32L * Megabyte);
    }

    [Theory]
    [InlineData("<item>")]
    [InlineData("<item><title>")]
    [InlineData("<item><![CDATA[")]
    [InlineData("<item>&a;")]
    [InlineData("<item>&lt;b&gt;")]
    [InlineData("<!--")]
    [InlineData("<!DOCTYPE a [")]
    [InlineData("<a b='")]
    [InlineData("<a>")]
    [InlineData("<")]
    [InlineData("&")]
    public async Task Reader_OfMegabytesWithoutAnEnd_BreaksOff(string piece)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 1000)));
        await using var content = new RepeatingStream(_ => bytes, 10L * Megabyte);

        var listing = await ReadListing.FromAsync(content, "rss");

        Assert.IsNotType<ListingEntry.Listed>(listing.Entries[^1]);
        Assert.NotNull(listing.Broken);
    }

    private static string Piece(int number)
        => (number == 0 ? "<rss><channel>" : "") + $"<item><title>T {number}</title><link>https://arxiv.org/abs/{2400 + (number / 100_000)}.{number % 100_000:00000}</link>"
            + $"<description>{Some.Abstract}</description></item>";
}
