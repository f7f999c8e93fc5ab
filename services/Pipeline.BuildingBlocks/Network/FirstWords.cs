using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.BuildingBlocks.Network;

/// <summary>The first readable words of an answer that is not what it should be, safe to show. Pure.</summary>
public static partial class FirstWords
{
    private const int MaxLength = 80;

    /// <summary>Reads the words: no markup, no control characters, at most 80 characters.</summary>
    /// <returns>Empty when there are none.</returns>
    public static string Of(ReadOnlySpan<byte> head)
    {
        var text = Unseen.Replace(Encoding.UTF8.GetString(head), " ");
        text = WebUtility.HtmlDecode(Tag.Replace(text, " "));
        var words = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var space = !IsShown(rune);
            if (!space)
            {
                words.Append(rune.ToString());
            }
            else if (words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ');
            }

            if (words.Length >= MaxLength)
            {
                return words.ToString().TrimEnd() + "...";
            }
        }

        return words.ToString().TrimEnd();
    }

    /// <summary>A text as one line that is safe to show: what is not shown becomes a space.</summary>
    /// <param name="text">A text that may hold what a stranger wrote.</param>
    /// <param name="maxLength">Longest line, in UTF-16 code units; what goes beyond is left out.</param>
    public static string Line(string text, int maxLength)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length + rune.Utf16SequenceLength > maxLength)
            {
                break;
            }

            line.Append(IsShown(rune) ? rune.ToString() : " ");
        }

        return line.ToString();
    }

    // Direction marks and other format characters could rearrange the line they are shown in.
    private static bool IsShown(Rune rune)
        => !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && rune.Value != 0xFFFD
            && Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.PrivateUse);

    [GeneratedRegex(@"<(script|style)\b[^>]*>.*?(</(script|style)>|$)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Unseen { get; }

    [GeneratedRegex("<[^>]*(>|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Tag { get; }
}
