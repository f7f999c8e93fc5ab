using System.Globalization;
using System.Text;

namespace Pipeline.Parser.Parsing.Detection;

/// <summary>The first words of content, fit for a message to people: one line, short, nothing that a terminal would obey.</summary>
internal static class FirstWords
{
    /// <summary>Most characters shown.</summary>
    public const int MaxLength = 80;

    private const int LookedAt = 4 * 1024;

    /// <summary>The first words of a text; null when it has none.</summary>
    public static string? Of(string text)
    {
        var words = new StringBuilder(MaxLength);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                words.Append(words.Length > 0 && words[^1] != ' ' ? " " : "");
            }
            else
            {
                words.Append(IsShowable(rune) ? rune.ToString() : "?");
            }

            if (words.Length >= MaxLength)
            {
                return words.ToString(0, LengthOfWhole(words)).TrimEnd() + "…";
            }
        }

        return words.Length == 0 ? null : words.ToString().TrimEnd();
    }

    /// <summary>The first words of bytes that may be a page or a text; null when there are none.</summary>
    public static string? OfContent(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head[..Math.Min(head.Length, LookedAt)]);
        return text.StartsWith('<') ? OfHtml(text) : Of(text);
    }

    /// <summary>The title of a page, and else the first words a reader would see; null when there are none.</summary>
    public static string? OfHtml(string html) => Of(TitleOf(html)) ?? Of(Visible(html));

    /// <summary>The text of the title element; empty when there is none.</summary>
    public static string TitleOf(string html)
    {
        var start = html.IndexOf("<title", StringComparison.OrdinalIgnoreCase);
        var open = start < 0 ? -1 : html.IndexOf('>', start);
        var end = open < 0 ? -1 : html.IndexOf('<', open);
        return end < 0 ? "" : html[(open + 1)..end].Trim();
    }

    private static string Visible(string html)
    {
        var text = new StringBuilder();
        for (var i = 0; i < html.Length && text.Length < 4 * MaxLength;)
        {
            if (html[i] != '<')
            {
                text.Append(html[i++]);
                continue;
            }

            var end = EndOfMarkup(html, i);
            text.Append(' ');
            i = end < 0 ? html.Length : end;
        }

        return text.ToString();
    }

    // Scripts and styles are no words; a comment may hold brackets.
    private static int EndOfMarkup(string html, int start)
    {
        var closing = Starts(html, start, "<script") ? "</script>" : Starts(html, start, "<style") ? "</style>" : Starts(html, start, "<!--") ? "-->" : ">";
        var end = html.IndexOf(closing, start, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? -1 : end + closing.Length;
    }

    private static bool Starts(string html, int at, string what) => string.Compare(html, at, what, 0, what.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static int LengthOfWhole(StringBuilder words) => char.IsHighSurrogate(words[MaxLength - 1]) ? MaxLength - 1 : MaxLength;

    private static bool IsShowable(Rune rune)
        => rune != Rune.ReplacementChar
            && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
