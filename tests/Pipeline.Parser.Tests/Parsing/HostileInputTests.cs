using System.Text;
using CsCheck;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Tests.Parsing;

public sealed class HostileInputTests
{
    private static readonly string[] Formats = [.. new Pipeline.Parser.Parsing.ListingReader().Formats];

    // Pieces that the readers look for, and noise.
    private static readonly Gen<string> Pieces = Gen.OneOf(
        Gen.OneOf(
            "\n", "\r\n", "\n\n", "[", "]", "{", "}", ",", ":", "\"", "\\", "\\ud800", "\0", "\uFEFF", "·", "-", "173", "#", "[](x)", "![", "](", "\"paper\"",
            "\"title\"", "\"abstract\"", "Daily Papers", "Sep 19", "Submitted by", "8 authors", Some.Title(), Some.Abstract, Some.Line(), Some.Element(), "[null,",
            "{\"results\":[", "{\"data\":[", "\"DOI\":\"10.1/x\"", "\"abstract_inverted_index\":{\"a\":[1,", "<h3><a href=\"/papers/2409.1\">", "</a>", "<meta name=citation_title content=",
            "<script>", "</script>", "<!--", "-->", "<jats:p>", "&amp;", "&", "<", ">"),
        Gen.String);

    [Fact]
    public async Task Reader_OfAnyBytes_NeverThrows()
        => await Gen.Select(Gen.Byte.Array[0, 300], Gen.OneOf(Formats)).SampleAsync(
            async (bytes, format) => IsSound(await ReadListing.FromAsync(bytes)) && IsSound(await ReadListing.FromAsync(bytes, format)),
            iter: 500);

    [Fact]
    public async Task Reader_OfAnyPieces_NeverThrowsAndGivesSoundPapers()
        => await Gen.Select(Pieces.Array[0, 30], Gen.OneOf(Formats)).SampleAsync(
            async (pieces, format) => IsSound(await ReadListing.FromAsync(string.Concat(pieces)))
                && IsSound(await ReadListing.FromAsync(string.Concat(pieces), format)),
            iter: 1000);

    [Fact]
    public async Task Reader_OfEqualBytes_GivesEqualPapersHoweverTheyArrive()
        => await Gen.Select(Pieces.Array[0, 30], Gen.OneOf(Formats), Gen.Int[1, 50]).SampleAsync(
            async (pieces, format, most) =>
            {
                var bytes = Encoding.UTF8.GetBytes(string.Concat(pieces));
                var whole = await ReadListing.FromAsync(bytes, format);
                var dripped = await ReadListing.FromAsync(new DrippingStream(bytes, most), format);
                return Shown(whole).SequenceEqual(Shown(dripped));
            },
            iter: 300);

    [Theory]
    [InlineData("daily-papers.txt", "text-capture")]
    [InlineData("daily-papers.json", "hf-json")]
    public async Task Sample_CutAtAnyByte_GivesTheFirstPapers(string name, string format)
    {
        var bytes = Encoding.UTF8.GetBytes(Some.Sample(name));
        var all = (await ReadListing.FromAsync(bytes)).Papers;

        await Gen.Int[0, bytes.Length].SampleAsync(
            async length =>
            {
                var cut = (await ReadListing.FromAsync(bytes[..length], format)).Papers;
                // The last abstract of a text may be cut too: nothing in it says where it ends.
                return cut.Zip(all).All(pair => pair.First.Title == pair.Second.Title
                    && (pair.First.Abstract == pair.Second.Abstract
                        || (format == "text-capture" && pair.First.Rank == cut.Count && pair.Second.Abstract.StartsWith(pair.First.Abstract, StringComparison.Ordinal))));
            },
            iter: 200);
    }

    private static bool IsSound(ReadListing listing)
        => (listing.Refusal is null) == (listing.Format is not null)
            && (listing.Refusal is null || !listing.Refusal.Contains('\n', StringComparison.Ordinal))
            && listing.Rejections.All(rejection => !rejection.Reason.Contains('\n', StringComparison.Ordinal))
            && listing.Papers.Select(paper => paper.Rank).SequenceEqual(Enumerable.Range(1, listing.Papers.Count))
            && listing.Papers.Select(paper => paper.Id).Distinct().Count() == listing.Papers.Count
            && listing.Papers.All(IsSound);

    private static bool IsSound(ParsedPaper paper)
        => paper.Title.Length is > 0 and <= PaperText.MaxTitleLength
            && paper.Abstract.Length <= PaperText.MaxAbstractLength
            && !paper.Title.Contains('\n', StringComparison.Ordinal)
            && paper.Aliases.Contains(paper.Id)
            && IsWellFormed(paper.Title)
            && IsWellFormed(paper.Abstract);

    private static bool IsWellFormed(string text)
        => text == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) && !text.Contains('\0', StringComparison.Ordinal);

    private static IEnumerable<string> Shown(ReadListing listing) => listing.Entries.Select(entry => entry switch
    {
        Pipeline.Parser.Parsing.ListingEntry.Listed(var paper) => $"{paper.Rank} {paper.Id} {paper.Title} {paper.Abstract}",
        _ => entry.ToString(),
    });
}
