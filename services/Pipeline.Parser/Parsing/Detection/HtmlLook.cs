namespace Pipeline.Parser.Parsing.Detection;

/// <summary>What an HTML page is that no format reads: a page of a person's web site, or what stands in the way of one.</summary>
internal static class HtmlLook
{
    private const int LongestChallenge = 40_000;

    private static readonly string[] Beginnings = ["<!doctype html", "<html", "<head", "<body", "<title", "<h1", "<p>"];

    private static readonly string[] Challenges =
    [
        "captcha", "cf-challenge", "challenge-platform", "just a moment", "are you a robot", "verify you are human", "you are human", "unusual traffic",
    ];

    private static readonly string[] Logins = ["sign in", "log in", "login", "single sign-on", "authentication required"];

    private static readonly string[] Errors =
    [
        "400", "401", "403", "404", "410", "429", "500", "502", "503", "504", "not found", "forbidden", "access denied", "error", "unavailable",
        "too many requests", "bad gateway", "maintenance",
    ];

    /// <summary>Whether text that begins with a bracket is HTML.</summary>
    public static bool IsHtml(string text)
        => Array.Exists(Beginnings, beginning => text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            || text.Contains("<html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells a login, a captcha and an error page from other pages.</summary>
    public static ContentLook Of(string html)
    {
        var title = FirstWords.TitleOf(html);
        var (description, advice) =
            html.Length <= LongestChallenge && Has(html, Challenges) ? ("an HTML page that asks for a captcha", "the source takes us for a robot; ask it less often, or use its API.")
            : html.Contains("type=\"password\"", StringComparison.OrdinalIgnoreCase) || Has(title, Logins)
                ? ("an HTML login page", "the source wants a login; give an address that is open to all.")
            : Has(title, Errors) ? ("an HTML error page", "the source did not give its list; fetch it again later.")
            : ("an HTML page", "no list of papers was found in it; give a feed or an API answer of this source.");
        return new ContentLook(description, advice, FirstWords: FirstWords.OfHtml(html));
    }

    private static bool Has(string text, string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
