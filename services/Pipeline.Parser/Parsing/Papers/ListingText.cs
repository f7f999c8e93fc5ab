using System.Text;

namespace Pipeline.Parser.Parsing.Papers;

/// <summary>Texts of a listing on their way into a paper.</summary>
internal static class ListingText
{
    private const int MaxLabelLength = 500;
    private const int QuoteLength = 60;

    /// <summary>The text as it stands, but without NUL, which stores do not take. Decoding has made it well-formed before.</summary>
    public static string Clean(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    /// <summary>The text on one line: every run of white space that holds a control character becomes one space, the ends are trimmed.</summary>
    public static string OneLine(string text)
    {
        text = Clean(text).Trim();
        if (!text.AsSpan().ContainsAnyInRange('\t', '\r'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            var space = text.AsSpan(i, end - i);
            result.Append(space.ContainsAnyInRange('\t', '\r') ? " " : space);
            if (end < text.Length)
            {
                result.Append(text[end]);
            }

            i = end + 1;
        }

        return result.ToString();
    }

    /// <summary>Short texts such as names, one line each, without the empty ones and those too long to be one.</summary>
    public static IReadOnlyList<string> Labels(IEnumerable<string> texts, int most)
        => [.. texts.Select(OneLine).Where(text => text.Length is > 0 and <= MaxLabelLength).Take(most)];

    /// <summary>The beginning of a text in quotation marks, fit for a message to people.</summary>
    public static string Quote(string text)
    {
        var shown = OneLine(text.Length > 4 * QuoteLength ? text[..(4 * QuoteLength)] : text);
        var cut = shown.Length > QuoteLength ? $"{shown.AsSpan(0, QuoteLength)}…" : shown;
        var result = new StringBuilder(cut.Length + 2).Append('"');
        foreach (var rune in cut.EnumerateRunes())
        {
            result.Append(Rune.IsControl(rune) || rune == Rune.ReplacementChar ? "?" : rune.ToString());
        }

        return result.Append('"').ToString();
    }
}
