using System.Text.Json;
using System.Text.RegularExpressions;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Testing;

namespace Pipeline.Parser.Tests.Support;

/// <summary>What an independent program found in a real listing; see the README beside the listings.</summary>
/// <param name="File">The listing, with its folder: <c>ris/commonmeta_crossref.ris</c>.</param>
/// <param name="Papers">Its papers in the order of the document, each once.</param>
internal sealed record ExpectedListing(string File, IReadOnlyList<ExpectedPaper> Papers)
{
    private const string Suffix = ".expected.jsonl";
    private const string WholeFolder = "ALL.expected.jsonl";

    /// <summary>The folder of real listings; null where it is not here.</summary>
    public static string? Root { get; } = RepositoryFiles.FindShared("data/listings");

    /// <summary>Every real listing, broken or not, with its folder.</summary>
    public static IEnumerable<string> Files()
        => Root is null
            ? []
            : Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
                .Where(path => !path.EndsWith(Suffix, StringComparison.Ordinal))
                .Select(path => Path.GetRelativePath(Root, path))
                .Where(path => path.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal);

    /// <summary>Every real listing whose papers are known, with its folder.</summary>
    public static IEnumerable<string> FilesWithPapers()
        => Files().Where(file => System.IO.File.Exists(PathOf(file) + Suffix) || OfFolder(file).Any());

    /// <summary>What is known of a listing.</summary>
    public static ExpectedListing Of(string file)
    {
        var lines = System.IO.File.Exists(PathOf(file) + Suffix) ? System.IO.File.ReadLines(PathOf(file) + Suffix) : OfFolder(file);
        return new(file, Distinct(lines.Select(line => JsonSerializer.Deserialize<ExpectedPaper>(line, JsonSerializerOptions.Web)!)));
    }

    /// <summary>The papers in words, for comparing.</summary>
    public IEnumerable<string> Shown => Papers.Select(paper => paper.Shown);

    /// <summary>The papers that were read, each in the words of the one expected in its place.</summary>
    public IEnumerable<string> ShownAs(IReadOnlyList<ParsedPaper> read)
        => read.Select((paper, place) => (place < Papers.Count ? Papers[place] : ExpectedPaper.Any).ShownAs(paper));

    public static string PathOf(string file) => Path.Combine(Root!, file);

    // A folder of small files has one expectation file for all of them.
    private static IEnumerable<string> OfFolder(string file)
    {
        var all = Path.Combine(Root!, Path.GetDirectoryName(file)!, WholeFolder);
        return System.IO.File.Exists(all)
            ? System.IO.File.ReadLines(all).Where(line => JsonSerializer.Deserialize<ExpectedPaper>(line, JsonSerializerOptions.Web)!.File == Path.GetFileName(file))
            : [];
    }

    // A paper without title is none here. One that is listed twice comes once, where it stood first, in its newest version.
    private static List<ExpectedPaper> Distinct(IEnumerable<ExpectedPaper> papers)
        => [.. papers.Where(paper => paper.Title is not null)
            .GroupBy(paper => paper.Key ?? PaperIdentity.FromTitle(paper.Title!))
            .Select(versions => versions.MaxBy(paper => paper.Number ?? 0)!)];
}

/// <summary>One paper of an expectation file.</summary>
/// <param name="File">File it is in, where one expectation file speaks of a folder.</param>
/// <param name="Id">arXiv id without version, DOI, or whatever the source calls it.</param>
/// <param name="Title">Its title; null when the source gives none.</param>
/// <param name="Abstract80">The first 80 characters of its abstract; null when there is none.</param>
/// <param name="Version">Such as <c>v2</c>; null when unknown.</param>
internal sealed partial record ExpectedPaper(string? File, string? Id, string? Title, string? Abstract80, JsonElement Version = default)
{
    private const int AbstractLength = 80;

    /// <summary>Stands for a paper of which nothing is known.</summary>
    public static ExpectedPaper Any { get; } = new(null, null, "", null);

    /// <summary>Its key, when its id is one that tells papers apart.</summary>
    public string? Key => PaperIdentity.FromArxiv(Id) ?? PaperIdentity.FromDoi(Id);

    /// <summary>The paper in words, for comparing.</summary>
    public string Shown => Show(Key, Title!, Abstract80 ?? "", Number);

    /// <summary>The version, which stands there as <c>"v2"</c>, <c>"2"</c> or 2.</summary>
    public int? Number => int.TryParse(Version.ValueKind == JsonValueKind.Undefined ? "" : Version.ToString().TrimStart('v'), out var number) ? number : null;

    /// <summary>A paper that was read, in the same words; what is not expected of it is left out.</summary>
    public string ShownAs(ParsedPaper paper) => Show(
        Key is null ? null : paper.Aliases.Contains(Key) ? Key : paper.Id,
        paper.Title,
        PaperText.CollapseWhiteSpace(paper.Abstract) is { Length: > AbstractLength } text ? text[..AbstractLength] : PaperText.CollapseWhiteSpace(paper.Abstract),
        Number is null ? null : paper.Version);

    private static string Show(string? key, string title, string text, int? version)
        => $"{key ?? "-"} | {PaperText.CollapseWhiteSpace(Tag.Replace(title, ""))} | {text.Trim()} | {version}";

    // The expectations keep the tags of a title.
    [GeneratedRegex("</?[a-z]{1,3}>")]
    private static partial Regex Tag { get; }
}
