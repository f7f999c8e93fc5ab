using System.Text;
using System.Text.RegularExpressions;
using Pipeline.BuildingBlocks.Network;

namespace Pipeline.Fetcher.Fetching;

/// <summary>What an answer must look like.</summary>
internal enum AnswerForm
{
    /// <summary>Any text that a listing may be.</summary>
    Listing,

    /// <summary>A JSON array.</summary>
    JsonArray,

    /// <summary>XML that is no web page.</summary>
    Xml,

    /// <summary>A feed: XML that is no web page, or a JSON object.</summary>
    Feed,
}

/// <summary>Tells by media type and first bytes whether an answer can be what was asked for. Pure.</summary>
internal static partial class AnswerForms
{
    /// <summary>Bytes that are looked at.</summary>
    public const int HeadBytes = 2048;

    private static readonly HashSet<string> Applications = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/json", "application/xml", "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines",
        "application/json-lines", "application/x-bibtex", "application/x-bibtex-text-file", "application/x-research-info-systems",
        "application/octet-stream",
    };

    /// <summary>Says why an answer is refused.</summary>
    /// <param name="form">What it must look like.</param>
    /// <param name="mediaType">Its media type without parameters; null when it gave none.</param>
    /// <param name="head">Its first bytes, decompressed.</param>
    /// <returns>One line, or null when it is taken.</returns>
    public static string? Refusal(AnswerForm form, string? mediaType, ReadOnlySpan<byte> head)
    {
        if (mediaType is not null && !IsKnown(mediaType))
        {
            return $"the answer is {FirstWords.Of(Encoding.UTF8.GetBytes(mediaType))}, which no listing is";
        }

        var first = FirstSign(head);
        return form switch
        {
            AnswerForm.JsonArray when first != '[' => Instead(head, "a JSON array"),
            AnswerForm.Xml when first != '<' || IsWebPage(head) => Instead(head, "XML"),
            AnswerForm.Feed when first is not ('<' or '{') || IsWebPage(head) => Instead(head, "a feed"),
            _ => null,
        };
    }

    private static bool IsKnown(string mediaType)
        => mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || (mediaType.StartsWith("application/", StringComparison.OrdinalIgnoreCase)
                && (mediaType.EndsWith("+xml", StringComparison.OrdinalIgnoreCase) || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase)))
            || Applications.Contains(mediaType);

    private static string Instead(ReadOnlySpan<byte> head, string due)
    {
        var what = IsWebPage(head) ? "a web page" : "something else";
        return $"{what} came where {due} was due, beginning with: {FirstWords.Of(head)}";
    }

    // Only what the document begins with counts: a feed may hold a whole page in an entry.
    private static bool IsWebPage(ReadOnlySpan<byte> head) => WebPage.IsMatch(Encoding.UTF8.GetString(head));

    private static char FirstSign(ReadOnlySpan<byte> head)
        => Encoding.UTF8.GetString(head).FirstOrDefault(sign => sign != '\uFEFF' && !char.IsWhiteSpace(sign));

    [GeneratedRegex(
        @"\A\uFEFF?(\s|<\?[^>]*>|<!--([^-]|-[^-])*-->)*<(!doctype\s+html|html|head|body|title|meta|script)\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WebPage { get; }
}
