using System.Text;
using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Tests.Fetching;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("User-agent: *\nDisallow:", true)]
    [InlineData("User-agent: *\nDisallow: /", false)]
    [InlineData("user-AGENT : *\r\n disallow : /a # why\r\n", false)]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /a", false)]
    [InlineData("Disallow: /a", true)]
    [InlineData("User-agent: other\nDisallow: /", true)]
    [InlineData("User-agent: other\nUser-agent: *\nDisallow: /a", false)]
    [InlineData("User-agent: *\nSitemap: https://example.org/s.xml\nDisallow: /a", false)]
    [InlineData("User-agent: other\nSitemap: https://example.org/s.xml\nUser-agent: *\nDisallow: /a", false)]
    [InlineData("<html>not found</html>", true)]
    public void Groups_AreReadAsWritten(string robots, bool allowed) => Assert.Equal(allowed, Allows(robots, "/a/b?c=d"));

    [Theory]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Paper-Pipeline\nAllow: /", true)]
    [InlineData("User-agent: paper-pipeline/2.0\nDisallow: /\n\nUser-agent: *\nAllow: /", false)]
    [InlineData("User-agent: paper\nDisallow: /\n\nUser-agent: *\nAllow: /", true)]
    [InlineData("User-agent: paper-pipeline\nDisallow: /x\n\nUser-agent: paper-pipeline\nDisallow: /a", false)]
    [InlineData("User-agent: paper-pipeline\n\nUser-agent: *\nDisallow: /", false)]
    public void OwnGroups_CountTogether_AndInsteadOfThoseForAll(string robots, bool allowed) => Assert.Equal(allowed, Allows(robots, "/a"));

    [Theory]
    [InlineData("Disallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("Allow: /a/b\nDisallow: /a", "/a/c", false)]
    [InlineData("Allow: /a\nDisallow: /a/b", "/a/b", false)]
    [InlineData("Disallow: /a\nAllow: /a", "/a", true)]
    [InlineData("Disallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("Disallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("Disallow: /a*c", "/abbbc-more", false)]
    [InlineData("Disallow: /a*c", "/abbb", true)]
    [InlineData("Disallow: /a$", "/a", false)]
    [InlineData("Disallow: /a$", "/ab", true)]
    [InlineData("Disallow: /*x*y$", "/ayxby", false)]
    [InlineData("Disallow: /ab*b$", "/ab", true)]
    [InlineData("Disallow: *", "/anything", false)]
    [InlineData("Disallow: /?q=", "/?q=1", false)]
    [InlineData("Disallow: /caf\u00e9", "/caf%c3%a9", false)]
    [InlineData("Disallow: /caf%c3%a9", "/caf\u00e9", false)]
    [InlineData("Disallow: /%7Ejoe", "/~joe/x", false)]
    [InlineData("Disallow: /~joe", "/%7ejoe/x", false)]
    [InlineData("Disallow: /a%2Fb", "/a/b", true)]
    [InlineData("Disallow: /100%", "/100%25", false)]
    [InlineData("Disallow: /A", "/a", true)]
    [InlineData("Disallow: /", "/robots.txt", true)]
    public void LongestRule_Wins(string rules, string path, bool allowed) => Assert.Equal(allowed, Allows("User-agent: *\n" + rules, path));

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 15", 15.0)]
    [InlineData("User-agent: *\nCrawl-delay: 0.5", 0.5)]
    [InlineData("User-agent: *\nCrawl-delay: 1e9", null)]
    [InlineData("User-agent: *\nCrawl-delay: 999999", 3600.0)]
    [InlineData("User-agent: *\nCrawl-delay: -1", null)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("User-agent: other\nCrawl-delay: 15", null)]
    [InlineData("User-agent: paper-pipeline\nAllow: /\n\nUser-agent: *\nCrawl-delay: 15", null)]
    public void CrawlDelay_IsThatOfOnesGroup_AtMostAnHour(string robots, double? seconds)
        => Assert.Equal(seconds, Read(robots).CrawlDelay?.TotalSeconds);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public void RulesBeyondTheLimit_AreIgnored(int more, bool allowed)
    {
        const string Rule = "User-agent: *\nDisallow: /a";
        var filling = new string('#', RobotsRules.MaxBytes - Rule.Length + more) + "\n";

        Assert.Equal(allowed, Allows(filling + Rule, "/a"));
    }

    [Fact]
    public void HostilePattern_TakesLittleTime()
    {
        var rules = "User-agent: *\n" + string.Concat(Enumerable.Repeat("Disallow: /" + string.Concat(Enumerable.Repeat("*a", 500)) + "$\n", 100));

        Assert.True(Allows(rules, "/" + new string('a', 2000) + "b"));
    }

    private static bool Allows(string robots, string path) => Read(robots).Allows(new Uri("https://example.org" + path));

    private static RobotsRules Read(string robots) => RobotsRules.Read(Encoding.UTF8.GetBytes(robots), "paper-pipeline");
}
