using System.Text;
using Pipeline.Parser.Fuzz;
using Pipeline.Parser.Parsing;
using Pipeline.Parser.Tests.Parsing;

namespace Pipeline.Parser.Tests.Corpus;

/// <summary>
/// Content without end: 200 MB of one entry, one line, nothing and noise for each way of cutting content into entries; for every other format
/// one entry that is larger than what may be held. Memory is what is held, not what is allocated.
/// </summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class EndlessInputTests
{
    private const long Length = 200L << 20;
    private const long LengthForTheRest = 128L << 20;
    private const int PieceLength = 1 << 20;
    private const long MostHeld = 96L << 20;

    private static readonly string[] Everything = ["one entry", "one line", "nothing", "noise"];

    // One format for each reader that the others share.
    private static readonly string[] Readers
        = ["bibtex", "ris", "web-of-science", "arxiv-mail", "arxiv-abs", "text-capture", "json-lines", "hf-json", "hf-html", "html-paper", "rss"];

    // How an entry of a format begins; one of a format that is not here is one long line.
    private static readonly Dictionary<string, string> Beginnings = new(StringComparer.Ordinal)
    {
        ["bibtex"] = "@article{k, title = {One}, note = {",
        ["ris"] = "TY  - JOUR\nTI  - One\nN1  - ",
        ["web-of-science"] = "PT J\nTI One\nAB ",
        ["arxiv-mail"] = "\\\\\narXiv:2401.01234\nTitle: One\n\\\\\n",
        ["arxiv-abs"] = "\\\\\narXiv:2401.01234\nFrom: A\nTitle: One\n\\\\\n",
        ["text-capture"] = Some.Banner + "One\n\n",
        ["json-lines"] = "{\"title\":\"One\",\"abstract\":\"",
        ["rss"] = "<rss><channel><item><title>One</title><description>",
        ["hf-html"] = "<html><div data-target=\"DailyPapers\" data-props=\"{&quot;dailyPapers&quot;:[{&quot;paper&quot;:{&quot;title&quot;:&quot;",
        ["hf-json"] = "[{\"paper\":{\"id\":\"2401.01234\",\"title\":\"One\",\"summary\":\"",
    };

    public static TheoryData<string, string> Shapes
        => new(new ListingReader().Formats.SelectMany(format => (Readers.Contains(format) ? Everything : Everything[..1]).Select(shape => (format, shape))));

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Content_WithoutEnd_IsReadInBoundedMemory(string format, string shape)
    {
        var (repeated, noise) = (Piece(shape), new Random(7));
        var length = Readers.Contains(format) ? Length : LengthForTheRest;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var held = 0L;
        await using var content = new RepeatingStream(
            number =>
            {
                held = number % 50 == 49 ? Math.Max(held, GC.GetTotalMemory(forceFullCollection: true) - before) : held;
                if (shape == "noise")
                {
                    noise.NextBytes(repeated);
                }

                return number == 0 && Beginnings.TryGetValue(format, out var beginning) && shape.StartsWith("one", StringComparison.Ordinal)
                    ? Encoding.UTF8.GetBytes(beginning)
                    : repeated;
            },
            length);

        var probed = await ListingProbe.ReadAsync(content, length, "endless", format, TestContext.Current.CancellationToken);

        Assert.Null(probed.Fault);
        Assert.InRange(held, 0, MostHeld);
        Assert.InRange(probed.Papers, 0, 1);
    }

    [Theory]
    [InlineData("{\"a\":")]
    [InlineData("[")]
    [InlineData("<a>")]
    [InlineData("@a{b,c={")]
    [InlineData("\\\\\n")]
    [InlineData("{\\'{")]
    public async Task Content_NestedDeeply_IsReadWithinLimits(string opening)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(opening, 200_000)));

        foreach (var format in new ListingReader().Formats.Append(null))
        {
            Assert.Null((await ListingProbe.ReadAsync(new MemoryStream(bytes), bytes.Length, "deep", format, TestContext.Current.CancellationToken)).Fault);
        }
    }

    private static byte[] Piece(string shape)
    {
        var piece = new byte[PieceLength];
        switch (shape)
        {
            case "nothing":
                piece.AsSpan().Fill((byte)'\n');
                break;
            case "one line":
                piece.AsSpan().Fill((byte)'x');
                break;
            default:
                Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("some words of it\n", (PieceLength / 17) + 1)).AsSpan(0, PieceLength), piece);
                break;
        }

        return piece;
    }
}
