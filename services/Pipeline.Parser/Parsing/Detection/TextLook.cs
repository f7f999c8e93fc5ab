using System.Text;
using Pipeline.Parser.Parsing.Json;

namespace Pipeline.Parser.Parsing.Detection;

/// <summary>What text looks like that no format reads.</summary>
internal static class TextLook
{
    private const string GiveLines = "write one {\"title\", \"abstract\"} a line, or name its format with --format.";
    private const string AskAgain = "the source did not give its list; fetch it again later.";
    private const int LongestError = 2_000;

    private static readonly (string Beginning, string Description, string Advice)[] Beginnings =
    [
        ("{", "a JSON object", GiveLines),
        ("[", "a JSON list", GiveLines),
        ("@", "BibTeX, or text that begins with @", "check that its entries begin with @name{key, or name its format with --format."),
        ("ty  -", "a RIS export", "check that its records begin with \"TY  - \" and end with \"ER  - \"."),
    ];

    // How servers say no in plain text.
    private static readonly string[] PlainErrors =
    [
        "rate exceeded", "rate limit", "too many requests", "service unavailable", "temporarily unavailable", "bad gateway", "gateway timeout",
        "gateway time-out", "internal server error", "forbidden", "access denied", "unauthorized", "not found", "bad request", "invalid request",
        "no healthy upstream", "upstream connect error", "timed out", "error:", "error ", "exception", "traceback",
    ];

    /// <summary>Looks at the beginning of a text that has something but white space in it.</summary>
    public static ContentLook Of(string text)
        => text[0] == '<' ? HtmlLook.IsHtml(text) ? HtmlLook.Of(text) : XmlLook.Of(Encoding.UTF8.GetBytes(text))
            : JsonError(text) is { } words ? new($"a JSON answer that reports an error, {words}", AskAgain)
            : OfBeginning(text);

    private static ContentLook OfBeginning(string text)
    {
        var known = Array.Find(Beginnings, candidate => text.StartsWith(candidate.Beginning, StringComparison.OrdinalIgnoreCase));
        return (known.Description, IsPlainError(text)) switch
        {
            ({ } description, _) => new(description, known.Advice, FirstWords: FirstWords.Of(text)),
            (_, true) => new("an error message in plain text", AskAgain, FirstWords: FirstWords.Of(text)),
            _ => new("plain text that is no listing", "name its format with --format if it is one after all.", FirstWords: FirstWords.Of(text)),
        };
    }

    private static string? JsonError(string text) => text[0] == '{' ? ServerError.In(Encoding.UTF8.GetBytes(text)) : null;

    private static bool IsPlainError(string text)
        => text.Length <= LongestError && Array.Exists(PlainErrors, words => text.IndexOf(words, StringComparison.OrdinalIgnoreCase) is >= 0 and < 80);
}
