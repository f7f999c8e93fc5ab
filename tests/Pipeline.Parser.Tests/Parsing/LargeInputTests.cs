using System.Net;
using System.Text;
using Pipeline.Parser.Parsing;

namespace Pipeline.Parser.Tests.Parsing;

[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;

/// <summary>Work and memory are counted in bytes allocated or held, not in time.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class LargeInputTests
{
    private const int Megabyte = 1024 * 1024;

    public static TheoryData<string, string> Adversarial => new()
    {
        { "hf-json", "[" },
        { "hf-json", "{" },
        { "hf-json", "[\"\\\"" },
        { "hf-json", "[{\"a\":[" },
        { "hf-json", "[," },
        { "hf-json", "{\"a\":" },
        { "hf-json", "{\"a\":\"" },
        { "openalex", "{\"results\":[" },
        { "openalex", "\\\"" },
        { "html-paper", "<" },
        { "html-paper", "<a " },
        { "html-paper", "<a b='" },
        { "html-paper", "<div>" },
        { "html-paper", "<p class=abstract>" },
        { "html-paper", "<!--" },
        { "html-paper", "<p class=abstract></p>" },
        { "html-paper", "<script>" },
        { "html-paper", "&amp" },
        { "hf-html", "<h3><a href='/papers/2409.00001'>" },
        { "hf-html", "<b data-target=\"DailyPapers\" data-props=\"{" },
        { "hf-html", "data-target=\"DailyPapers\" data-props=\"\">&#x1D54F;" },
        { "hf-html", "<b data-target=DailyPapers data-props='{'>" },
        { "json-lines", "[" },
        { "json-lines", "{\"title\":" },
        { "json-lines", "\\ud800" },
        { "json-lines", "{\n" },
        { "json-lines", "\n" },
        { "text-capture", "x" },
        { "text-capture", "x\n" },
        { "text-capture", "some words\n" },
        { "text-capture", "[](" },
        { "text-capture", "word. Word vs. " },
        { "text-capture", "#\n" },
        { "text-capture", "·\n1\n" },
        { "bibtex", "@a{" },
        { "bibtex", "\n@a{b," },
        { "bibtex", "\n" },
        { "bibtex", "@string{a = a # a}" },
        { "bibtex", "@ " },
        { "ris", "TY  - " },
        { "ris", "TY  - \n" },
        { "ris", "x\n" },
        { "web-of-science", "PT J\nAU x\n" },
        { "arxiv-mail", "\\\\\n" },
        { "arxiv-mail", "\\\\\narXiv:2401\n" },
        { "arxiv-abs", "\\\\\nTitle: x\n" },
    };

    [Theory]
    [MemberData(nameof(Adversarial))]
    public async Task Reader_OfTwiceAsMuch_AllocatesTwiceAsMuch(string format, string piece)
    {
        var bytes = Encoding.UTF8.GetBytes(piece);
        await AllocatedAsync(format, bytes, Megabyte / 8);

        var once = await AllocatedAsync(format, bytes, Megabyte);
        var twice = await AllocatedAsync(format, bytes, Megabyte * 2);

        Assert.InRange(twice, 0, (once * 3) + Megabyte);
    }

    [Theory]
    [InlineData("text-capture")]
    [InlineData("json-lines")]
    [InlineData("hf-json")]
    [InlineData("bibtex")]
    [InlineData("ris")]
    [InlineData("arxiv-mail")]
    [InlineData("crossref")]
    [InlineData("hf-html")]
    public async Task Reader_OfFiftyMegabytes_HoldsLittleOfThem(string format)
    {
        var token = TestContext.Current.CancellationToken;
        await using var content = new RepeatingStream(number => Encoding.UTF8.GetBytes(Piece(format, number)), 50L * Megabyte);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (papers, most) = (0, 0L);

        var reading = await new ListingReader().OpenAsync(content, "large", format, token);
        await foreach (var entry in reading.Entries.WithCancellation(token))
        {
            if (entry is ListingEntry.Listed && ++papers % 20_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.InRange(papers, 100_000, int.MaxValue);
        Assert.InRange(most, 0, 32L * Megabyte);
    }

    private static string Piece(string format, int number) => format switch
    {
        "text-capture" => $"{Some.Title(number)}\n\n{Some.AbstractOf(number)}\n\n",
        "json-lines" => Some.Line(number),
        "bibtex" => $"@misc{{k{number}, title = {{{Some.Title(number)}}}, abstract = {{{Some.AbstractOf(number)}}}}}\n",
        "ris" => $"TY  - JOUR\nTI  - {Some.Title(number)}\nAB  - {Some.AbstractOf(number)}\nER  - \n",
        "arxiv-mail" => $"\\\\\narXiv:{2400 + (number / 100_000)}.{number % 100_000:00000}\nTitle: {Some.Title(number)}\n\\\\\n  {Some.Abstract}\n\\\\ ( x )\n",
        "hf-html" => (number == 0 ? "<html><div data-target=\"DailyPapers\" data-props=\"{&quot;dateString&quot;:&quot;2024-09-19&quot;,&quot;dailyPapers&quot;:[" : ",")
            + WebUtility.HtmlEncode(HuggingFaceElement(number)),
        "crossref" => (number == 0 ? "{\"status\":\"ok\",\"message\":{\"items\":[" : ",")
            + $$"""{"DOI":"10.1000/{{number}}","title":["T {{number}}"],"abstract":"<jats:p>{{Some.Abstract}}</jats:p>","member":"1"}""",
        _ => (number == 0 ? "[" : ",") + HuggingFaceElement(number),
    };

    private static string HuggingFaceElement(int number)
        => $$$"""{"paper":{"id":"{{{2400 + (number / 100_000)}}}.{{{number % 100_000:00000}}}","title":"T {{{number}}}","summary":"{{{Some.Abstract}}}"}}""";

    private static async Task<long> AllocatedAsync(string format, byte[] piece, int length)
    {
        await using var content = new RepeatingStream(_ => piece, length);
        var token = TestContext.Current.CancellationToken;
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var reading = await new ListingReader().OpenAsync(content, "adversarial", format, token);
        var papers = 0;
        await foreach (var entry in reading.Entries.WithCancellation(token))
        {
            papers += entry is ListingEntry.Listed ? 1 : 0;
        }

        Assert.Equal(0, papers);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
