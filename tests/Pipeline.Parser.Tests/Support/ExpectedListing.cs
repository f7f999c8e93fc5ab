using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Testing;

namespace Pipeline.Parser.Tests.Support;

/// <summary>One paper as an independent program found it in a real listing: its key where it has one, title, version, beginning of the abstract.</summary>
/// <remarks>Keys that are no paper's identity, such as a PubMed number, are not compared, and papers that come twice count once, as they do in a listing that is read.</remarks>
internal sealed record ExpectedListing(string? Key, string Title, string? Abstract80, int? Version)
{
    private const int Compared = 80;

    /// <summary>The expectations beside a file of the shared folder; skips the test, visibly, where there is no such folder.</summary>
    /// <param name="path">Path under <c>data/listings</c>.</param>
    public static IReadOnlyList<ExpectedListing> Of(string path)
        => [.. File.ReadLines(Expected.RealFile("data/listings/" + path) + ".expected.jsonl")
            .Select(line => JsonSerializer.Deserialize<Line>(line, JsonSerializerOptions.Web)!)
            .Where(line => line.Status != "deleted")
            .Select(line => new ExpectedListing(KeyOf(line.Id), Text(line.Title), Short(line.Abstract80), VersionOf(line.Version)))
            .DistinctBy(line => line.Key ?? line.Title)];

    /// <summary>Files of a folder that have expectations; none where there is no such folder.</summary>
    public static IEnumerable<string> In(string folder)
        => RepositoryFiles.FindShared("data/listings/" + folder) is { } directory
            ? Directory.GetFiles(directory, "*.expected.jsonl").Order(StringComparer.Ordinal).Select(file => $"{folder}/{Path.GetFileName(file)[..^".expected.jsonl".Length]}")
            : [];

    /// <summary>A paper in the form of this expectation: what it does not name is left out.</summary>
    public ExpectedListing From(ParsedPaper paper) => new(
        Key is null ? null : paper.Aliases.Contains(Key) ? Key : paper.Id,
        Text(paper.Title),
        Short(paper.Abstract),
        Version is null ? null : paper.Version);

    private static string? KeyOf(string? id) => PaperIdentity.FromArxiv(id) ?? PaperIdentity.FromDoi(id);

    private static string Text(string? text) => PaperText.CollapseWhiteSpace(text ?? "");

    private static string? Short(string? text) => Text(text) is { Length: > 0 } all ? all[..Math.Min(all.Length, Compared)].TrimEnd() : null;

    private static int? VersionOf(JsonElement version)
        => version.ValueKind == JsonValueKind.String && int.TryParse(version.GetString()!.TrimStart('v'), out var number) ? number
            : version.ValueKind == JsonValueKind.Number ? version.GetInt32() : null;

    private sealed record Line(string? Id, string? Title, string? Abstract80, JsonElement Version, string? Status);
}
