using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Html;

namespace Pipeline.Parser.Tests.Support;

/// <summary>One paper an independent program found in a real listing; see the README beside the listings.</summary>
/// <param name="Id">The source's own id, or an arXiv id or DOI.</param>
/// <param name="Title">Title, white space collapsed.</param>
/// <param name="Abstract80">First 80 characters of the abstract, white space collapsed; null where there is none.</param>
/// <param name="Version">Number of the version, where the source gives it.</param>
internal sealed record ExpectedPaper(string? Id, string Title, string? Abstract80, string? Version = null);

/// <summary>Compares what was read with what an independent program found.</summary>
internal static class ExpectedListing
{
    private const int Compared = 80;

    /// <summary>The expected papers of a real file, in its order.</summary>
    public static IReadOnlyList<ExpectedPaper> Of(string file)
        => [.. File.ReadLines(file + ".expected.jsonl").Select(line => JsonSerializer.Deserialize<ExpectedPaper>(line, JsonSerializerOptions.Web)!)];

    /// <summary>Only the newest version of each paper, in the place of the first.</summary>
    public static IReadOnlyList<ExpectedPaper> NewestOnly(IReadOnlyList<ExpectedPaper> papers)
        => [.. papers.GroupBy(paper => paper.Id).Select(versions => versions.MaxBy(paper => int.Parse(paper.Version!, System.Globalization.CultureInfo.InvariantCulture))!)];

    /// <summary>Asserts that the papers are the expected ones, in their order.</summary>
    /// <remarks>
    /// Ids of a source's own are no keys here and are not compared. The expectations keep tags in titles; the readers drop them.
    /// </remarks>
    public static void IsRead(IReadOnlyList<ExpectedPaper> expected, IReadOnlyList<ParsedPaper> papers)
    {
        Assert.Equal(expected.Select(paper => (Shown(MarkupText.Title(paper.Title)!), paper.Abstract80 ?? "")), papers.Select(paper => (Shown(paper.Title), Begin(paper.Abstract))));
        foreach (var (wanted, paper) in expected.Zip(papers))
        {
            var key = PaperIdentity.FromArxiv(wanted.Id) ?? PaperIdentity.FromDoi(wanted.Id);
            Assert.True(key is null || paper.Aliases.Contains(key), $"{paper.Id} is not {key}");
            Assert.Equal(wanted.Version ?? paper.Version?.ToString(System.Globalization.CultureInfo.InvariantCulture), paper.Version?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static string Shown(string text) => PaperText.CollapseWhiteSpace(text);

    private static string Begin(string text) => Shown(text) is { Length: > Compared } shown ? shown[..Compared] : Shown(text);
}
