using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Pipeline.Parser.Parsing.Html;

/// <summary>Reads a whole page into text.</summary>
internal static partial class HtmlPage
{
    /// <summary>Longest page read, in bytes: a page is understood as a whole, and no listing page is nearly as long.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>Why a page over the limit is not read.</summary>
    public static readonly ListingEntry TooLong
        = new ListingEntry.Broken("the page is longer than 32 MB, which no page of papers is: save only the part with the papers.", "the beginning");

    private const int CharsetLookedFor = 4 * 1024;

    /// <summary>Whether content begins as a page does.</summary>
    public static bool IsOne(ListingHead head)
    {
        var text = head.Bytes.Span.TrimStart(" \t\r\n"u8);
        return text.StartsWith("<"u8) && !text.StartsWith("<?xml"u8) && (Contains(text, "<html") || Contains(text, "<head") || Contains(text, "<body") || Contains(text, "<meta") || Contains(text, "<div"))
            || (text.StartsWith("<?xml"u8) && Contains(text, "<html"));
    }

    /// <summary>Whether the head holds some ASCII text, in any case.</summary>
    public static bool Contains(ReadOnlySpan<byte> head, string text)
    {
        var (lower, upper) = ((byte)char.ToLowerInvariant(text[0]), (byte)char.ToUpperInvariant(text[0]));
        for (var rest = head; rest.IndexOfAny(lower, upper) is >= 0 and var at && rest.Length - at >= text.Length; rest = rest[(at + 1)..])
        {
            if (Ascii.EqualsIgnoreCase(rest.Slice(at, text.Length), text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The page as text; null when it is longer than <see cref="MaxBytes"/>.</summary>
    /// <remarks>UTF-8 where the bytes are that; else the character set the page declares; else Windows-1252, as browsers take it.</remarks>
    public static async Task<string?> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await content.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (bytes.Length + read > MaxBytes)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        var page = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        return (Utf8.IsValid(page) ? Encoding.UTF8 : EncodingOf(page)).GetString(page);
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> page)
    {
        var match = CharsetForm.Match(Encoding.Latin1.GetString(page[..Math.Min(page.Length, CharsetLookedFor)]));
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        if (!match.Success)
        {
            return windows;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(match.Groups[1].Value) ?? Encoding.GetEncoding(match.Groups[1].Value);
        }
        catch (ArgumentException)
        {
            return windows;
        }
    }

    [GeneratedRegex("charset=[\"']?([A-Za-z0-9_-]{2,30})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CharsetForm { get; }
}
