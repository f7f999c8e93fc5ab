using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Pipeline.TestOrigins;

namespace Pipeline.Integration.Tests.Origins;

/// <summary>Plays the query API of arXiv, asked by submission date.</summary>
internal static partial class QueryFeed
{
    /// <summary>Answers <c>PREFIX/api/query</c>.</summary>
    public static void OnQuery(this TestOrigin origin, string prefix, IReadOnlyList<PlayedPaper> papers)
        => origin.On($"{prefix}/api/query", context => AnswerAsync(context, papers));

    private static Task AnswerAsync(HttpContext context, IReadOnlyList<PlayedPaper> papers)
    {
        var ends = Minute.Matches(context.Request.Query["search_query"]!)
            .Select(match => DateTime.ParseExact(match.Value, "yyyyMMddHHmm", CultureInfo.InvariantCulture))
            .ToList();
        var found = papers.Where(paper => Noon(paper) >= ends[0] && Noon(paper) <= ends[1]).ToList();
        var start = Number(context, "start");
        return TestOrigin.WriteAsync(context, "application/atom+xml", Page(found, start, found.Skip(start).Take(Number(context, "max_results"))));
    }

    private static DateTime Noon(PlayedPaper paper) => paper.Day.ToDateTime(new TimeOnly(12, 0));

    private static string Page(List<PlayedPaper> found, int start, IEnumerable<PlayedPaper> page)
        => $"""
            <?xml version='1.0' encoding='UTF-8'?>
            <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
              <id>https://arxiv.org/api/played</id>
              <title>arXiv Query</title>
              <opensearch:totalResults>{found.Count}</opensearch:totalResults>
              <opensearch:startIndex>{start}</opensearch:startIndex>
              {string.Concat(page.Select(Entry))}
            </feed>
            """;

    private static string Entry(PlayedPaper paper)
        => $"""
            <entry>
              <id>http://arxiv.org/abs/{paper.ArxivId}v{paper.Version}</id>
              <title>{paper.Title}</title>
              <summary>{paper.Abstract}</summary>
              <published>{paper.DayText}T12:00:00Z</published>
              <updated>{paper.DayText}T12:00:00Z</updated>
              <author><name>Ada Lovelace</name></author>
              <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
              <arxiv:primary_category term="cs.CL"/>
            </entry>
            """;

    private static int Number(HttpContext context, string name) => int.Parse(context.Request.Query[name]!, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d{12}", RegexOptions.CultureInvariant)]
    private static partial Regex Minute { get; }
}
