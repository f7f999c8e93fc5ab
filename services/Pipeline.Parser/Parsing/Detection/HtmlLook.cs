namespace Pipeline.Parser.Parsing.Detection;

/// <summary>What an HTML page is that no format reads: a page of a person's web site, or what stands in the way of one.</summary>
internal static class HtmlLook
{
    private const int LongestChallenge = 40_000;
    private const int LongestErrorTitle = 60;

    private static readonly string[] Beginnings = ["<!doctype html", "<html", "<head", "<body", "<title", "<h1", "<p>"];

    private static readonly string[] Challenges =
    [
        "captcha", "cf-challenge", "challenge-platform", "just a moment", "are you a robot", "verify you are human", "you are human", "unusual traffic",
    ];

    private static readonly string[] Logins = ["sign in", "log in", "login", "single sign-on", "authentication required"];

    private static readonly string[] Errors =
    [
        "not found", "forbidden", "access denied", "unavailable", "too many requests", "bad gateway", "bad request", "unauthorized", "gateway time",
        "server error", "maintenance", "something went wrong",
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
            : IsError(title) ? ("an HTML error page", "the source did not give its list; fetch it again later.")
            : ("an HTML page", "no list of papers was found in it; give a feed or an API answer of this source.");
        return new ContentLook(description, advice, FirstWords: FirstWords.OfHtml(html), IsPage: true);
    }

    // "404", "503 Service Unavailable", "Page not found"; the title of a paper is longer.
    private static bool IsError(string title)
        => title.Length <= LongestErrorTitle
            && (Has(title, Errors) || title.Equals("error", StringComparison.OrdinalIgnoreCase)
                || (title is ['4' or '5', >= '0' and <= '9', >= '0' and <= '9', .. var rest] && (rest.Length == 0 || !char.IsLetterOrDigit(rest[0]))));

    private static bool Has(string text, string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
