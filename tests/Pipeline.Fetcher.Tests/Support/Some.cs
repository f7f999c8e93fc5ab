using System.Globalization;

namespace Pipeline.Fetcher.Tests.Support;

/// <summary>Answers as sources give them.</summary>
internal static class Some
{
    public const string LoginPage = "<!DOCTYPE html><html><head><title>Log in</title><style>b{}</style></head><body><b>Please log in</b> to go on</body></html>";

    public const string Atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>A feed</title><entry><id>x</id></entry></feed>";

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A page of the daily list.</summary>
    public static string Daily(int papers, string day, int from = 0)
        => "[" + string.Join(',', Enumerable.Range(from, papers).Select(i =>
            $$$"""{"paper":{"id":"2601.{{{i:00000}}}","title":"T","summary":"S","submittedOnDailyAt":"{{{day}}}T00:00:00.000Z"},"publishedAt":"2026-01-01T00:00:00.000Z","title":"T"}""")) + "]";

    /// <summary>A page of the arXiv query API.</summary>
    public static string Query(int total, int entries, int start = 0)
        => $"""
            <?xml version='1.0' encoding='UTF-8'?>
            <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns="http://www.w3.org/2005/Atom">
              <title>arXiv Query</title>
              <opensearch:itemsPerPage>{entries}</opensearch:itemsPerPage>
              <opensearch:totalResults>{total}</opensearch:totalResults>
              <opensearch:startIndex>{start}</opensearch:startIndex>
              {string.Concat(Enumerable.Range(start, entries).Select(i => $"<entry><id>http://arxiv.org/abs/2601.{i:00000}v1</id><title>Error</title><summary>S</summary></entry>"))}
            </feed>
            """;

    /// <summary>An error of the arXiv query API, as an entry.</summary>
    public static string QueryError(string words)
        => $"""
            <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns="http://www.w3.org/2005/Atom">
              <opensearch:totalResults>1</opensearch:totalResults>
              <entry><id>https://arxiv.org/api/errors#no</id><title>Error</title><summary>{words}</summary></entry>
            </feed>
            """;

    /// <summary>arXiv's feed of announcements.</summary>
    public static string Announcements(string updated, int papers, string skipDays = "")
        => $"""
            <rss version="2.0"><channel><title>cs updates</title><pubDate>{updated}</pubDate>{skipDays}
            {string.Concat(Enumerable.Range(0, papers).Select(i => $"<item><title>{i}</title><pubDate>Mon, 01 Jan 2024 00:00:00 +0000</pubDate></item>"))}
            </channel></rss>
            """;

    /// <summary>A part of a harvest.</summary>
    public static string Harvest(int records, string? token = null, int from = 0)
        => $"""
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-01-15T12:00:00Z</responseDate><request verb="ListRecords"/>
            <ListRecords>{string.Concat(Enumerable.Range(from, records).Select(i => $"<record><header><identifier>oai:arXiv.org:{i}</identifier></header></record>"))}
            <resumptionToken>{System.Security.SecurityElement.Escape(token)}</resumptionToken></ListRecords></OAI-PMH>
            """;

    /// <summary>An error of an OAI-PMH repository.</summary>
    public static string HarvestError(string code, string words = "words")
        => $"""<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><request/><error code="{code}">{words}</error></OAI-PMH>""";
}
