using System.Text;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Parsing.Papers;

/// <summary>What a source answered, fit for a message to people: its own words, not more than a few lines.</summary>
internal static class SourceWords
{
    private const int Longest = 300;

    /// <summary>The words on one line in quotation marks.</summary>
    public static string Quote(string? words)
    {
        var line = PaperText.CollapseWhiteSpace(words ?? "");
        var result = new StringBuilder("\"");
        foreach (var rune in line.EnumerateRunes().Take(Longest))
        {
            result.Append(Rune.IsControl(rune) ? "?" : rune.ToString());
        }

        return result.Append(line.Length > Longest ? "…\"" : "\"").ToString();
    }
}
