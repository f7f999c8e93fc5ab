using Pipeline.Parser.Fuzz;
using Pipeline.Parser.Parsing;

namespace Pipeline.Parser.Tests.Corpus;

/// <summary>What a listing gives depends on its bytes, never on the pieces in which they arrive.</summary>
public sealed class ArrivalTests
{
    private const int LongestInput = 20_000;

    public static TheoryData<string> Formats => [.. new ListingReader().Formats];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Listing_InPiecesOfAnySize_GivesTheSameEntries(string format)
    {
        var random = new Random(7);
        var mutation = new Mutation(random, Seeds.Inline);
        for (var inputs = 0; inputs < 150; inputs++)
        {
            var mutated = mutation.Next();
            var input = mutated[..Math.Min(mutated.Length, LongestInput)];

            var whole = await ReadListing.FromAsync(input, format);
            var pieces = await ReadListing.FromAsync(new DrippingStream(input, 1 + random.Next(200)), format);

            Assert.Equal(Shown(whole), Shown(pieces));
        }
    }

    private static IEnumerable<string> Shown(ReadListing listing) => listing.Entries.Select(entry => entry switch
    {
        ListingEntry.Listed(var paper) => $"{paper.Rank} {paper.Id} {paper.Title} {paper.Abstract} {string.Join(';', paper.Authors)}",
        _ => entry.ToString(),
    });
}
