using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests.Content;

namespace Pipeline.Delivery.Notices;

/// <summary>Writes the mail that tells of a webhook that was given up. It has no secret, and of addresses only the host. Pure.</summary>
internal static partial class GivenUpWriter
{
    private const int MaxName = 100;
    private const int MaxReason = 300;

    /// <summary>Writes it.</summary>
    public static MailContent Write(Subscription webhook)
    {
        var name = MailText.OneLine(webhook.Name, MaxName);
        string[] said =
        [
            $"The webhook “{name}” to {Host(webhook.Webhook!.Url)} was given up: nothing more is sent to it.",
            $"{Since(webhook)}Why: {MailText.OneLine(WithoutAddresses(webhook.Reason ?? "not known"), MaxReason)}",
            "What it misses stays in the change log for as long as that is kept. Remove the cause; then it goes on where it was. To see what was tried, and to let it go on:",
        ];
        string[] commands = [$"pipeline subscriptions log {webhook.Id:D} --failed", $"pipeline subscriptions resume {webhook.Id:D}"];
        return new($"Webhook “{name}” was given up", Text(said, commands), Html(name, said, commands));
    }

    /// <summary>A line in which an address has only its host, and what looks like a part of one is left out: either may hold a token.</summary>
    internal static string WithoutAddresses(string line)
        => AddressLike().Replace(line, match => Uri.TryCreate(match.Value, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host : "…");

    private static string Host(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? MailText.OneLine(address.Host, MaxName) : "…";

    private static string Since(Subscription webhook)
        => webhook.FailingSince is { } since ? string.Create(CultureInfo.InvariantCulture, $"It has failed since {since.UtcDateTime:yyyy-MM-dd HH:mm} UTC. ") : "";

    private static string Text(IEnumerable<string> said, IEnumerable<string> commands)
    {
        var text = new StringBuilder();
        foreach (var paragraph in said)
        {
            text.AppendWrapped(paragraph);
            text.Append('\n');
        }

        return text.AppendJoin("", commands.Select(command => $"    {command}\n")).ToString();
    }

    private static string Html(string name, IEnumerable<string> said, IEnumerable<string> commands)
    {
        var html = DigestHtml.Open(name);
        foreach (var paragraph in said)
        {
            html.Append($"<p style=\"margin:0 0 20px\">{MailText.Html(paragraph)}</p>\n");
        }

        html.Append($"<pre style=\"margin:0;white-space:pre-wrap\">{string.Join('\n', commands.Select(MailText.Html))}</pre>\n");
        return DigestHtml.Close(html);
    }

    // Whatever has a slash, a question mark or an equals sign in it, up to the next space.
    [GeneratedRegex(@"\S*[/?=]\S*", RegexOptions.NonBacktracking)]
    private static partial Regex AddressLike();
}
