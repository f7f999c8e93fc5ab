using System.Text;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Delivery.Digests.Content;
using Pipeline.Delivery.Tests.Support;
using Pipeline.Storage.Contract;
using Pipeline.Testing;

namespace Pipeline.Delivery.Tests.Digests.Content;

public sealed class DigestWriterTests
{
    private const string Hostile = "</h2><script>alert(1)</script>\r\nBcc: x@example.org \u202Egnp.exe\u2066 <img src=http://evil.example/a.png>\"'&";
    private static readonly string Samples = Path.Combine(RepositoryFiles.Root, "tests", "Pipeline.Delivery.Tests", "Digests", "Content", "Samples");

    [Fact]
    public void Text_OfAMadeUpIssue_IsAsTheSample() => AssertSample("digest.txt", DigestWriter.Write(MadeUp()).Text);

    [Fact]
    public void Html_OfAMadeUpIssue_IsAsTheSample() => AssertSample("digest.html", DigestWriter.Write(MadeUp()).Html);

    [Fact]
    public void Question_IsAsTheSample()
    {
        var mail = ConfirmationWriter.Write(SomeSubscription.Digest(name: "Graphs & <more>"), "https://papers.example.org/digests/confirm?id=1&token=2");

        Assert.Equal("Confirm the digest “Graphs & <more>”", mail.Subject);
        AssertSample("confirmation.txt", mail.Text);
        AssertSample("confirmation.html", mail.Html);
    }

    [Theory]
    [InlineData(0, false, "Graphs: no new papers")]
    [InlineData(1, false, "Graphs: Pruning trees of thought")]
    [InlineData(3, false, "Graphs: Pruning trees of thought, and 2 more")]
    [InlineData(2, true, "[Test] Graphs: Pruning trees of thought, and 1 more")]
    public void Subject_SaysWhatIsIn(int papers, bool test, string subject)
        => Assert.Equal(subject, DigestWriter.Write(Letter([.. Enumerable.Repeat(Paper("Pruning trees of thought"), papers)]) with { Test = test }).Subject);

    [Fact]
    public void Text_KeepsItsWidth_ButForAddresses()
        => Assert.All(
            DigestWriter.Write(MadeUp()).Text.Split('\n').Where(line => !line.Contains("https://", StringComparison.Ordinal)),
            line => Assert.InRange(line.Length, 0, TextWrap.Width));

    [Fact]
    public void Mail_OfHostileWords_ShowsThemAndDoesNothing()
    {
        var paper = SomePaper.Complete(Hostile, Hostile, 0.9) with { Authors = [Hostile, "\r\n"], Urls = new SortedDictionary<string, string> { ["abs"] = "javascript:alert(1)" } };

        var mail = DigestWriter.Write(Letter(DigestPaper.Of(paper)) with { Name = MailText.OneLine(Hostile, 100) });

        Assert.DoesNotContain("<script", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("javascript:", mail.Html + mail.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)", mail.Html, StringComparison.Ordinal);
        Assert.All([mail.Subject, mail.Text, mail.Html], text => Assert.DoesNotContain(text, letter => letter is '\u202E' or '\u2066' or '\r'));
        Assert.DoesNotContain('\n', mail.Subject);
        Assert.DoesNotContain(mail.Text.Split('\n'), line => line.StartsWith("Bcc:", StringComparison.Ordinal));
    }

    [Fact]
    public void Html_LoadsNothing()
    {
        var html = DigestWriter.Write(MadeUp()).Html;

        Assert.DoesNotContain("src=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<link", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("background", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Mail_OfManyLongPapers_HasFewerQuotes_AndStaysBelowWhatMailServicesCutOff()
    {
        var paper = DigestPaper.Of(SomePaper.Complete(new string('t', 5_000), new string('q', 300), 0.9, 0.8, 0.7) with { Authors = [.. Enumerable.Repeat(new string('a', 900), 500)] });

        var many = DigestWriter.Write(Letter([.. Enumerable.Repeat(paper, 60)]));
        var few = DigestWriter.Write(Letter(paper));

        Assert.InRange(Encoding.UTF8.GetByteCount(many.Html), 1, DigestWriter.MaxHtmlBytes + 20_000);
        Assert.Equal(60, Count(many.Html, "<h2"));
        Assert.True(Count(many.Html, "<blockquote") < 60 * DigestPaper.MaxQuotes);
        Assert.Equal(3, Count(few.Html, "<blockquote"));
        Assert.Contains("Unsubscribe", many.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Paper_WhoseSurestClaimIsThatCodeIsOut_TellsOfTheOthersFirst()
    {
        var paper = SomePaper.Complete(null, "It reaches 91.5 %.", 0.9, 0.8);
        var analysis = paper.Claims!.Analysis;
        var released = Claim.From(paper.Id, paper.Abstract, new(0, 9), ClaimType.Availability, 0.99, [], repetition: 2);

        var told = DigestPaper.Of(paper with { Claims = paper.Claims with { Analysis = analysis with { Claims = [released, .. analysis.Claims] } } });

        Assert.Equal(["result", "result", "availability"], told.Quotes.Select(quote => quote.Type));
    }

    [Fact]
    public void Paper_WithoutAnything_IsStillNamed()
    {
        var bare = PaperMerge.Apply(null, Some.Paper(title: "\u200B") with { Authors = [], Upvotes = 0, Urls = new SortedDictionary<string, string>() }, Some.Observation());

        var paper = DigestPaper.Of(bare);

        Assert.Equal(("(no title)", null, "", "1 March 2026"), (paper.Title, paper.Link, paper.Authors, paper.Facts));
        Assert.StartsWith("Withdrawn: ", DigestPaper.Of(bare with { State = PaperState.Withdrawn }).Title, StringComparison.Ordinal);
    }

    private static void AssertSample(string name, string text)
    {
        var file = Path.Combine(Samples, name);
        if (Environment.GetEnvironmentVariable("PIPELINE_RENEW_MAILS") is not null)
        {
            Directory.CreateDirectory(Samples);
            File.WriteAllText(file, text);
        }

        Assert.Equal(File.ReadAllText(file), text);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static DigestLetter MadeUp() => Letter(
        Paper("Pruning trees of thought"),
        Paper(
            "How far can a small model see? A long title that tells of lenses, of light, and of everything between a lamp and a wall",
            new DigestQuote("contribution", "We introduce Lantern, a set of 4,000 drawings of rooms in which one lamp is lit, and ask models where the shadows fall."),
            new DigestQuote("result", "It finds 91.5 % of the shadows & needs < 2 GB.")),
        Paper("Unlinked work") with { Link = null, Authors = "", Facts = "2 March 2026" }) with { More = 1234, MoreUrl = "https://papers.example.org/papers?topic=cs.LG&words=lamp" };

    private static DigestLetter Letter(params IReadOnlyList<DigestPaper> papers) => new()
    {
        Name = "Graphs",
        MadeAt = Some.Time(),
        Papers = papers,
        MoreUrl = "https://papers.example.org/papers",
        UnsubscribeUrl = "https://papers.example.org/digests/unsubscribe?id=0123456789abcdef0123456789abcdef&token=abc",
    };

    private static DigestPaper Paper(string title, params IReadOnlyList<DigestQuote> quotes) => new()
    {
        Title = title,
        Link = "https://example.org/abs/2603.00001",
        Authors = "Ada Lovelace, Émilie du Châtelet, Mary Somerville, Sophie Germain, Sofja Kowalewskaja and 12 others",
        Facts = "cs.LG, stat.ML · 34 upvotes · 2 March 2026",
        Quotes = quotes,
    };
}
