using System.Text;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing;

namespace Pipeline.Parser.Tests.Support;

/// <summary>A listing read to its end.</summary>
internal sealed record ReadListing(string? Format, string? Refusal, IReadOnlyList<ListingEntry> Entries)
{
    public IReadOnlyList<ParsedPaper> Papers => [.. Entries.OfType<ListingEntry.Listed>().Select(entry => entry.Paper)];

    public IReadOnlyList<Rejection> Rejections => [.. Entries.OfType<ListingEntry.Rejected>().Select(entry => entry.Rejection)];

    public ListingEntry.Broken? Broken => Entries.OfType<ListingEntry.Broken>().SingleOrDefault();

    public IEnumerable<string> Titles => Papers.Select(paper => paper.Title);

    public static Task<ReadListing> FromAsync(string text, string? format = null, string name = "listing")
        => FromAsync(Encoding.UTF8.GetBytes(text), format, name);

    public static Task<ReadListing> FromAsync(byte[] bytes, string? format = null, string name = "listing")
        => FromAsync(new MemoryStream(bytes), format, name);

    public static async Task<ReadListing> FromAsync(Stream content, string? format = null, string name = "listing")
    {
        await using var _ = content;
        var token = TestContext.Current.CancellationToken;
        var reading = await new ListingReader().OpenAsync(content, name, format, token);
        return new ReadListing(reading.Format, reading.Refusal, await reading.Entries.ToListAsync(token));
    }
}
