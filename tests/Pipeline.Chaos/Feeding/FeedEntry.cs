using System.Globalization;
using System.Text;
using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Testing;

namespace Pipeline.Chaos.Feeding;

/// <summary>One line of a listing.</summary>
/// <param name="Id">Key of the paper.</param>
/// <param name="Revision">The revision it brings.</param>
/// <param name="Line">The line.</param>
internal sealed record FeedEntry(string Id, string Revision, string Line)
{
    /// <summary>The entries of all papers, as so many listings of nearly equal length hold them.</summary>
    public static IReadOnlyList<FeedEntry> All(int papers, int files, int seed, int edition)
        => [.. Enumerable.Range(0, files)
            .SelectMany(file =>
            {
                var (start, end) = (Start(file), Start(file + 1));
                return Encoding.UTF8.GetString(PaperGenerator.JsonLines(end - start, unchecked(seed + file), start + 1, edition))
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries);

                // The first place whose file this is.
                int Start(int index) => (int)((((long)index * papers) + files - 1) / files);
            })
            .Select(Read)];

    /// <summary>A listing of entries.</summary>
    public static byte[] Write(IEnumerable<FeedEntry> entries) => Encoding.UTF8.GetBytes(string.Concat(entries.Select(entry => entry.Line + "\n")));

    private static FeedEntry Read(string line, int place)
    {
        using var json = JsonDocument.Parse(line);
        string Text(string name) => json.RootElement.GetProperty(name).GetString()!;
        return Text("id") == PaperGenerator.Id(place + 1)
            ? new(Text("id"), PaperText.Revision(Text("title"), Text("abstract")), line)
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{Text("id")} is not paper {place + 1}."));
    }
}
