using System.Text;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.Detection;

/// <summary>The beginning of content that is not what it should be, fit for a message to people.</summary>
internal static class FirstWords
{
    private const int Looked = 240;

    /// <summary>The first words in quotation marks, at most 60 characters of them; of a page its title.</summary>
    public static string Of(ReadOnlySpan<byte> head)
    {
        head = head.TrimStart(" \t\r\n"u8);
        return head.IsEmpty ? "\"\"" : ListingText.Quote(TitleOf(head) ?? Encoding.UTF8.GetString(head[..Math.Min(head.Length, Looked)]));
    }

    private static string? TitleOf(ReadOnlySpan<byte> head)
    {
        if (head[0] != '<' || head.IndexOf("<title"u8) is not (>= 0 and var at))
        {
            return null;
        }

        var title = head[at..];
        var (start, end) = (title.IndexOf((byte)'>') + 1, title.IndexOf("</title"u8));
        return start > 0 && end > start ? System.Net.WebUtility.HtmlDecode(Encoding.UTF8.GetString(title[start..Math.Min(end, start + Looked)])) : null;
    }
}
