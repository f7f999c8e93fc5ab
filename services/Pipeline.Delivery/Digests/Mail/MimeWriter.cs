using System.Text;
using MimeKit;
using Pipeline.Delivery.Digests.Content;

namespace Pipeline.Delivery.Digests.Mail;

/// <summary>Puts a mail into the form of the internet (RFC 5322, MIME), with what lets its reader's program unsubscribe (RFC 2369, RFC 8058).</summary>
internal static class MimeWriter
{
    private const int MaxSubject = 250;
    private const int MaxName = 100;

    /// <summary>Writes a mail.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="from">Address it comes from.</param>
    /// <param name="fromName">Name beside that.</param>
    public static MimeMessage Write(OutgoingMail mail, string from, string fromName)
    {
        var domain = MailAddresses.DomainOf(from);
        var message = new MimeMessage
        {
            Subject = MailText.OneLine(mail.Content.Subject, MaxSubject),
            Date = mail.At,
            MessageId = MessageId(mail.Key, domain),
            Body = new MultipartAlternative(Part("plain", mail.Content.Text), Part("html", mail.Content.Html)),
        };
        message.From.Add(new MailboxAddress(Encoding.UTF8, MailText.OneLine(fromName, MaxName), from));
        message.To.Add(new MailboxAddress(Encoding.UTF8, name: null, mail.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (mail.OfItsList)
        {
            message.Headers.Add(Unfolded("List-Id", $"<{mail.SubscriptionId:N}.digests.{domain}>"));
        }

        if (mail.Unsubscribe is { } unsubscribe)
        {
            message.Headers.Add(Unfolded("List-Unsubscribe", $"<{unsubscribe.AbsoluteUri}>"));

            // One click is for https alone (RFC 8058, section 3.1).
            if (unsubscribe.Scheme == Uri.UriSchemeHttps)
            {
                message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        }

        return message;
    }

    /// <summary>The id of the mail with a key.</summary>
    public static string MessageId(string key, string domain) => $"{key}@{domain}";

    // Folded, a long value would leave its first line empty, which not every program reads. It has no character but ASCII's.
    private static Header Unfolded(string name, string value)
    {
        var header = new Header(name, value);
        header.SetRawValue(Encoding.ASCII.GetBytes($" {value}\r\n"));
        return header;
    }

    private static TextPart Part(string subtype, string text)
    {
        var part = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text);
        return part;
    }
}
