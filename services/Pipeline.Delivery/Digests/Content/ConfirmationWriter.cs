using System.Text;
using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Delivery.Digests.Content;

/// <summary>Writes the mail that asks whether an address wants a digest. Pure.</summary>
internal static class ConfirmationWriter
{
    private const string Ignore = "If you did not ask for it, do nothing: no other mail will come.";

    /// <summary>Writes it.</summary>
    /// <param name="subscription">The digest.</param>
    /// <param name="confirmUrl">Where the reader confirms.</param>
    public static MailContent Write(Subscription subscription, string confirmUrl)
    {
        var name = DigestWriter.NameOf(subscription);
        var asked = $"Somebody asked for the digest “{name}”, a {Cadence(subscription.Digest!)} mail of new research papers, to be sent to this address.";
        return new($"Confirm the digest “{name}”", Text(asked, confirmUrl), Html(name, asked, confirmUrl));
    }

    private static string Cadence(Digest digest) => digest.Cadence == DigestCadence.Daily ? "daily" : "weekly";

    private static string Text(string asked, string confirmUrl)
    {
        var text = new StringBuilder();
        text.AppendWrapped(asked);
        text.Append("\nTo get it, open this address and confirm:\n\n").Append(confirmUrl).Append("\n\n");
        text.AppendWrapped(Ignore);
        return text.ToString();
    }

    private static string Html(string name, string asked, string confirmUrl)
    {
        var html = DigestHtml.Open(name);
        html.Append($"<p style=\"margin:0 0 20px\">{MailText.Html(asked)}</p>\n");
        html.Append("<p style=\"margin:0 0 20px\">");
        html.Append(DigestHtml.Link(confirmUrl, "Confirm", "display:inline-block;padding:10px 20px;border-radius:4px;background-color:#1f6fcf;color:#ffffff;text-decoration:none;font-weight:bold"));
        html.Append($"</p>\n<p style=\"margin:0\">{MailText.Html(Ignore)}</p>\n");
        return DigestHtml.Close(html);
    }
}
