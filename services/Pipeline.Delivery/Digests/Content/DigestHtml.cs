using System.Text;

namespace Pipeline.Delivery.Digests.Content;

/// <summary>
/// Writes the part in HTML: one column, styles inside the elements, nothing that is loaded. No colour but those of links and of what
/// stands back, which read on white and on black, so that readers in the dark have their own. Pure.
/// </summary>
internal static class DigestHtml
{
    private const string Muted = "color:#767676;font-size:14px;line-height:1.4";
    private const string LinkColour = "color:#2f7bd9";
    private const string Rule = "border:0;border-top:1px solid #8c8c8c;margin:24px 0 16px";

    public static string Write(DigestLetter letter, int quotes)
    {
        var html = Open(letter.Name);
        html.Append($"<h1 style=\"font-size:22px;line-height:1.3;margin:0 0 4px\">{MailText.Html(letter.Name)}</h1>\n");
        html.Append($"<p style=\"{Muted};margin:0 0 24px\">{MailText.Html(letter.Summary)}</p>\n");
        AppendText(html, letter.Notice);
        foreach (var paper in letter.Papers)
        {
            Append(html, paper, quotes);
        }

        if (letter.Beyond is { } beyond)
        {
            html.Append($"<p style=\"margin:0 0 16px\">{MailText.Html(beyond)} {Link(letter.MoreUrl, letter.MoreUrl)}</p>\n");
        }

        html.Append($"<hr style=\"{Rule}\">\n<p style=\"{Muted};margin:0\">{MailText.Html(letter.Why)} {Link(letter.UnsubscribeUrl, "Unsubscribe")}</p>\n");
        return Close(html);
    }

    /// <summary>The beginning of any mail.</summary>
    public static StringBuilder Open(string title) => new StringBuilder()
        .Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .Append("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n")
        .Append($"<title>{MailText.Html(title)}</title>\n</head>\n")
        .Append("<body style=\"margin:0;padding:0\">\n<div style=\"max-width:640px;margin:0 auto;padding:16px;")
        .Append("font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;overflow-wrap:break-word;word-break:break-word\">\n");

    /// <summary>The end of any mail.</summary>
    public static string Close(StringBuilder html) => html.Append("</div>\n</body>\n</html>\n").ToString();

    /// <summary>A link; the address has been checked by whoever made it.</summary>
    public static string Link(string url, string text, string style = LinkColour) => $"<a href=\"{MailText.Html(url)}\" style=\"{style}\">{MailText.Html(text)}</a>";

    private static void AppendText(StringBuilder html, string? text)
    {
        if (text is not null)
        {
            html.Append($"<p style=\"margin:0 0 24px\">{MailText.Html(text)}</p>\n");
        }
    }

    private static void Append(StringBuilder html, DigestPaper paper, int quotes)
    {
        var title = paper.Link is { } link ? Link(link, paper.Title, $"{LinkColour};text-decoration:none") : MailText.Html(paper.Title);
        html.Append("<div style=\"margin:0 0 28px\">\n");
        html.Append($"<h2 style=\"font-size:18px;line-height:1.35;margin:0 0 4px\">{title}</h2>\n");
        AppendMuted(html, paper.Authors);
        AppendMuted(html, paper.Facts);
        foreach (var quote in paper.Quotes.Take(quotes))
        {
            html.Append("<blockquote style=\"margin:10px 0 0;padding:0 0 0 12px;border-left:3px solid #8c8c8c;font-size:15px;line-height:1.45\">");
            html.Append($"<span style=\"color:#767676\">{MailText.Html(quote.Type)}</span> “{MailText.Html(quote.Text)}”</blockquote>\n");
        }

        html.Append("</div>\n");
    }

    private static void AppendMuted(StringBuilder html, string text)
    {
        if (text.Length > 0)
        {
            html.Append($"<p style=\"{Muted};margin:0\">{MailText.Html(text)}</p>\n");
        }
    }
}
