using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Testing;

namespace Pipeline.Parser.Tests.Support;

/// <summary>What an independent program found in a real listing; see the README beside the listings.</summary>
internal sealed record Expected(string? Id, string Title, string? Abstract80)
{
    /// <summary>A real file of the shared folder; skips the test, visibly, where there is no such folder.</summary>
    public static string RealFile(string path)
    {
        var file = RepositoryFiles.FindShared(path);
        Assert.SkipWhen(file is null, $"The shared folder with {path} is not here.");
        return file!;
    }

    public static IReadOnlyList<Expected> Of(string file)
        => [.. File.ReadLines(file + ".expected.jsonl").Select(line => JsonSerializer.Deserialize<Expected>(line, JsonSerializerOptions.Web)!)];

    /// <summary>A paper in the form of an expectation.</summary>
    public static Expected From(ParsedPaper paper) => new(
        paper.Id.StartsWith("arxiv:", StringComparison.Ordinal) ? paper.Id["arxiv:".Length..] : null,
        PaperText.CollapseWhiteSpace(paper.Title),
        PaperText.CollapseWhiteSpace(paper.Abstract) is { Length: > 80 } text ? text[..80] : PaperText.CollapseWhiteSpace(paper.Abstract));
}
