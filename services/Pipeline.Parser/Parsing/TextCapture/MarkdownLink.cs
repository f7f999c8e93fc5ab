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
            || line.StartsWith("- ![", StringComparison.Ordinal)
            || (line.StartsWith("- ", StringComparison.Ordinal) && IsDetailThatEndsALink(line))
            || IsDateWithComments(line)
            || line.StartsWith("[- ", StringComparison.Ordinal)
            || line.StartsWith("[LINK:", StringComparison.Ordinal)
            || (Unwrap(line) is (var words, not null) && CaptureLine.Classify(words.Trim()) is not CaptureLineKind.Text);

    /// <summary>The address of a link to code below a card: <c>[LINK: GitHub 11.3k](https://github.com/...)</c>; null when the line is none.</summary>
    public static string? Code(string line)
        => Unwrap(line) is (var words, { } address) && (words.StartsWith("LINK: GitHub", StringComparison.Ordinal) || words.StartsWith("GitHub", StringComparison.Ordinal))
            ? address
            : null;

    // The last line of a link over several lines: "- 3 authors](...)".
    private static bool IsDetailThatEndsALink(string line)
        => line.IndexOf("](", StringComparison.Ordinal) is > 0 and var end && line[^1] == ')' && CaptureLine.Classify(line[..end]) == CaptureLineKind.Detail;

    // "May 29[6](...#community)".
    private static bool IsDateWithComments(string line)
        => line.IndexOf('[', StringComparison.Ordinal) is > 0 and var link && line[^1] == ')' && CaptureDate.IsDate(line[..link].Trim());
}
