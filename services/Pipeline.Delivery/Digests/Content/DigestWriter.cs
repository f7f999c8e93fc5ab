using System.Text;
using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Delivery.Digests.Content;

/// <summary>Writes the mail of an issue. Pure: equal letters give equal mails.</summary>
internal static class DigestWriter
{
    /// <summary>
    /// Above so many bytes of HTML the mail has fewer quotes: large mail services cut a mail off at 102 kB, and its end is how to unsubscribe.
    /// </summary>
    public const int MaxHtmlBytes = 90_000;

    /// <summary>Most characters of a digest's name in a mail.</summary>
    public const int MaxName = 100;

    private const int MaxSubjectTitle = 60;

    /// <summary>Writes it, with as many quotes a paper as there is room for.</summary>
    public static MailContent Write(DigestLetter letter)
    {
        var quotes = DigestPaper.MaxQuotes;
        var html = DigestHtml.Write(letter, quotes);
        while (quotes > 0 && Encoding.UTF8.GetByteCount(html) > MaxHtmlBytes)
        {
            html = DigestHtml.Write(letter, --quotes);
        }

        return new(SubjectOf(letter), DigestPlain.Write(letter, quotes), html);
    }

    /// <summary>Name of a subscription as mails show it.</summary>
    public static string NameOf(Subscription subscription) => MailText.OneLine(subscription.Name, MaxName);

    // The first title tells more in a list of mails than the name alone does.
    private static string SubjectOf(DigestLetter letter)
    {
        var what = letter.Papers switch
        {
            [] => "no new papers",
            [var only] => MailText.OneLine(only.Title, MaxSubjectTitle),
            [var first, ..] => $"{MailText.OneLine(first.Title, MaxSubjectTitle)}, and {letter.Papers.Count - 1} more",
        };
        return $"{(letter.Test ? "[Test] " : "")}{letter.Name}: {what}";
    }
}
