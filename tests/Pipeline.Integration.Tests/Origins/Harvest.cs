using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pipeline.TestOrigins;

namespace Pipeline.Integration.Tests.Origins;

/// <summary>Plays the OAI-PMH repository of arXiv, part by part.</summary>
internal static class Harvest
{
    private const int Part = 10;

    /// <summary>Answers <c>PREFIX/oai</c>.</summary>
    public static void OnHarvest(this TestOrigin origin, string prefix, IReadOnlyList<PlayedPaper> papers)
        => origin.On($"{prefix}/oai", context => TestOrigin.WriteAsync(context, "text/xml", Answer(context.Request.Query, papers)));

    private static string Answer(IQueryCollection query, IReadOnlyList<PlayedPaper> papers)
    {
        // The token says what was asked for, and how far its answer has come.
        string[] asked = query.TryGetValue("resumptionToken", out var token) ? token.ToString().Split('|') : [query["from"]!, query["until"]!, "0"];
        var start = int.Parse(asked[2], CultureInfo.InvariantCulture);
        var found = papers
            .Where(paper => string.CompareOrdinal(paper.DayText, asked[0]) >= 0 && string.CompareOrdinal(paper.DayText, asked[1]) <= 0)
            .ToList();
        var next = start + Part < found.Count ? string.Create(CultureInfo.InvariantCulture, $"{asked[0]}|{asked[1]}|{start + Part}") : "";
        var answer = found.Count == 0
            ? """<error code="noRecordsMatch">nothing</error>"""
            : $"<ListRecords>{string.Concat(found.Skip(start).Take(Part).Select(Record))}<resumptionToken>{next}</resumptionToken></ListRecords>";
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-01-15T12:00:00Z</responseDate>
            <request verb="ListRecords">https://oaipmh.arxiv.org/oai</request>{answer}</OAI-PMH>
            """;
    }

    private static string Record(PlayedPaper paper)
    {
        var header = $"<identifier>oai:arXiv.org:{paper.ArxivId}</identifier><datestamp>{paper.DayText}</datestamp><setSpec>cs</setSpec>";
        return paper.Deleted
            ? $"""<record><header status="deleted">{header}</header></record>"""
            : $"""
                <record><header>{header}</header><metadata>
                <arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>{paper.ArxivId}</id><created>{paper.DayText}</created>
                <authors><author><keyname>Lovelace</keyname><forenames>Ada</forenames></author></authors>
                <title>{paper.Title}</title><categories>cs.CL</categories><abstract>{paper.Abstract}</abstract></arXiv>
                </metadata></record>
                """;
    }
}
