namespace Pipeline.Parser.Parsing.TextCapture;

/// <summary>A text that is one Markdown link as a whole, as page-to-text tools write titles and abstracts.</summary>
internal static class MarkdownLink
{
    /// <summary>Takes the words out of <c>[words](address)</c>, without the backslashes that keep its line breaks and spaces.</summary>
    /// <returns>The text itself, and no address, when it is no link.</returns>
    public static (string Text, string? Address) Unwrap(string text)
    {
        var middle = text.LastIndexOf("](", StringComparison.Ordinal);
        return middle > 0 && text[0] == '[' && text[^1] == ')'
            ? (Unescape(text[1..middle]), text[(middle + 2)..^1])
            : (text, null);
    }

    private static string Unescape(string words)
        => words.Replace("\\\\\n", "\n", StringComparison.Ordinal).Replace("\\ ", " ", StringComparison.Ordinal);

    /// <summary>Whether a line is a link or an image and not a title or abstract: <c>[101](...)</c>, <c>![](...)</c>, <c>[Subscribe](...)</c>.</summary>
    public static bool IsDetail(string line)
        => line.StartsWith("![", StringComparison.Ordinal)
            || line.StartsWith("[![", StringComparison.Ordinal)
            || line.StartsWith("[- ", StringComparison.Ordinal)
            || line.StartsWith("[LINK:", StringComparison.Ordinal)
            || (Unwrap(line) is (var words, not null) && CaptureLine.Classify(words.Trim()) is not CaptureLineKind.Text);
}
