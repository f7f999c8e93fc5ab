using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Pipeline.Api.Feeds;

namespace Pipeline.Api.Digests;

/// <summary>A small page for readers of mails: a heading, a sentence, and perhaps a button. No script, nothing that is loaded.</summary>
internal sealed class ReaderPage(int status, string heading, string text, string? button = null) : IResult
{
    private const string Style =
        "body{margin:0;padding:24px 16px;font:17px/1.5 system-ui,sans-serif}main{max-width:32em;margin:0 auto}"
        + "h1{font-size:1.4em;line-height:1.25}p{overflow-wrap:anywhere}"
        + "button{font:inherit;font-weight:bold;padding:12px 24px;border:0;border-radius:4px;background:#1f6fcf;color:#fff}";

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The same whether there is no such digest or the token is another's.</summary>
    public static ReaderPage Unknown { get; } = new(
        StatusCodes.Status404NotFound, "This link leads nowhere", "It is incomplete, or what it was for is gone. Please copy the whole link from the mail.");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = Policy;
        return response.WriteAsync(Html(), httpContext.RequestAborted);
    }

    // Without an action a form is sent to the address it was loaded from, also behind a proxy.
    private string Html() => new StringBuilder()
        .Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n")
        .Append("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .Append($"<title>{FeedText.Html(heading)}</title>\n<style>{Style}</style>\n</head>\n<body>\n<main>\n")
        .Append($"<h1>{FeedText.Html(heading)}</h1>\n<p>{FeedText.Html(text)}</p>\n")
        .Append(button is null ? "" : $"<form method=\"post\"><button type=\"submit\">{FeedText.Html(button)}</button></form>\n")
        .Append("</main>\n</body>\n</html>\n")
        .ToString();
}
