using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Testing;

namespace Pipeline.Benchmarks.Parsing;

/// <summary>The same generated papers written in many formats, so that their readers can be compared.</summary>
internal static class ListingSamples
{
    private const string Feed = """<?xml version="1.0" encoding="UTF-8"?>""";

    /// <summary>Formats by name, and how a listing of papers looks in each.</summary>
    public static readonly IReadOnlyDictionary<string, Func<IReadOnlyList<GeneratedPaper>, string>> Writers =
        new Dictionary<string, Func<IReadOnlyList<GeneratedPaper>, string>>
        {
            ["arxiv-atom"] = papers => $"""
                {Feed}
                <feed xmlns="http://www.w3.org/2005/Atom"><title>ArXiv Query</title><id>http://arxiv.org/api/q</id>
                {Join(papers, p => $"""<entry><id>http://arxiv.org/abs/{p.Id}v1</id><updated>2025-01-02T00:00:00Z</updated><published>2025-01-01T00:00:00Z</published><title>{Xml(p.Title)}</title><summary>{Xml(p.Abstract)}</summary><author><name>Ada Example</name></author><author><name>Bo Sample</name></author><link href="http://arxiv.org/abs/{p.Id}v1" rel="alternate" type="text/html"/><category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/></entry>""")}
                </feed>
                """,
            ["rss"] = papers => $"""
                {Feed}
                <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Journal</title><link>https://journal.example/</link><description>Papers</description>
                {Join(papers, p => $"""<item><title>{Xml(p.Title)}</title><link>https://journal.example/{p.Id}</link><guid>https://journal.example/{p.Id}</guid><dc:creator>Ada Example</dc:creator><pubDate>Wed, 01 Jan 2025 00:00:00 GMT</pubDate><description>{Xml($"<p>{p.Abstract}</p>")}</description></item>""")}
                </channel></rss>
                """,
            ["oai-pmh"] = papers => $"""
                {Feed}
                <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2025-01-02T00:00:00Z</responseDate><request verb="ListRecords" metadataPrefix="arXiv">http://oaipmh.arxiv.org/oai</request><ListRecords>
                {Join(papers, p => $"""<record><header><identifier>oai:arXiv.org:{p.Id}</identifier><datestamp>2025-01-02</datestamp><setSpec>cs</setSpec></header><metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>{p.Id}</id><created>2025-01-01</created><authors><author><keyname>Example</keyname><forenames>Ada</forenames></author></authors><title>{Xml(p.Title)}</title><categories>cs.LG cs.CL</categories><abstract>{Xml(p.Abstract)}</abstract></arXiv></metadata></record>""")}
                </ListRecords></OAI-PMH>
                """,
            ["hf-html"] = papers => $"""
                <!DOCTYPE html><html><head><title>Daily Papers</title></head><body><main>
                <div class="SVELTE_HYDRATER contents" data-target="DailyPapers" data-props="{Xml(DailyProps(papers))}"></div></main></body></html>
                """,
            ["hf-json"] = papers => new JsonArray([.. papers.Select(Daily)]).ToJsonString(),
            ["crossref"] = papers => new JsonObject
            {
                ["status"] = "ok",
                ["message-type"] = "work-list",
                ["message"] = new JsonObject { ["total-results"] = papers.Count, ["items"] = new JsonArray([.. papers.Select(Work)]) },
            }.ToJsonString(),
            ["json-lines"] = papers => Join(papers, p => JsonSerializer.Serialize(new { id = $"arxiv:{p.Id}", title = p.Title, @abstract = p.Abstract })),
            ["bibtex"] = papers => Join(papers, p => $"@article{{p{p.Id},\n  title = {{{p.Title}}},\n  author = {{Example, Ada and Sample, Bo}},\n  year = {{2025}},\n  eprint = {{{p.Id}}},\n  archivePrefix = {{arXiv}},\n  abstract = {{{p.Abstract.Replace("%", "\\%", StringComparison.Ordinal)}}}\n}}\n"),
            ["ris"] = papers => Join(papers, p => $"TY  - JOUR\nTI  - {p.Title}\nAU  - Example, Ada\nPY  - 2025\nUR  - https://arxiv.org/abs/{p.Id}\nAB  - {p.Abstract}\nER  - \n"),
        };

    /// <summary>Papers to write: the same for the same count.</summary>
    public static IReadOnlyList<GeneratedPaper> Papers(int count)
        => [.. Encoding.UTF8.GetString(PaperGenerator.JsonLines(count, seed: 1)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            using var paper = JsonDocument.Parse(line);
            return new GeneratedPaper(
                paper.RootElement.GetProperty("id").GetString()!["arxiv:".Length..],
                paper.RootElement.GetProperty("title").GetString()!,
                paper.RootElement.GetProperty("abstract").GetString()!);
        })];

    private static JsonObject Daily(GeneratedPaper p) => new()
    {
        ["paper"] = new JsonObject
        {
            ["id"] = p.Id,
            ["title"] = p.Title,
            ["summary"] = p.Abstract,
            ["publishedAt"] = "2025-01-01T00:00:00.000Z",
            ["upvotes"] = 7,
            ["authors"] = new JsonArray(new JsonObject { ["name"] = "Ada Example", ["hidden"] = false }),
        },
        ["publishedAt"] = "2025-01-02T00:00:00.000Z",
        ["title"] = p.Title,
        ["summary"] = p.Abstract,
        ["numComments"] = 1,
    };

    private static string DailyProps(IReadOnlyList<GeneratedPaper> papers)
        => new JsonObject { ["dateString"] = "2025-01-02", ["periodType"] = "day", ["dailyPapers"] = new JsonArray([.. papers.Select(Daily)]) }.ToJsonString();

    private static JsonObject Work(GeneratedPaper p) => new()
    {
        ["DOI"] = $"10.5555/{p.Id}",
        ["type"] = "journal-article",
        ["title"] = new JsonArray(p.Title),
        ["abstract"] = $"<jats:p>{Xml(p.Abstract)}</jats:p>",
        ["author"] = new JsonArray(new JsonObject { ["given"] = "Ada", ["family"] = "Example" }),
        ["published"] = new JsonObject { ["date-parts"] = new JsonArray(new JsonArray(2025, 1, 1)) },
        ["URL"] = $"https://doi.org/10.5555/{p.Id}",
    };

    private static string Xml(string text) => SecurityElement.Escape(text);

    private static string Join(IReadOnlyList<GeneratedPaper> papers, Func<GeneratedPaper, string> write)
    {
        var text = new StringBuilder();
        foreach (var paper in papers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{write(paper)}\n");
        }

        return text.ToString();
    }
}

/// <summary>A generated paper.</summary>
/// <param name="Id">arXiv id, bare.</param>
/// <param name="Title">Title.</param>
/// <param name="Abstract">Abstract.</param>
internal sealed record GeneratedPaper(string Id, string Title, string Abstract);
