using System.Globalization;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests.Content;
using Pipeline.Delivery.Digests.Mail;

namespace Pipeline.Delivery.Digests;

/// <summary>Makes mails of issues and questions.</summary>
internal sealed class DigestPress(IPaperStore papers, IOptions<PublicOptions> address)
{
    /// <summary>The mail of an issue. Its key is the issue's, so that mail systems tell a repeat.</summary>
    public async Task<OutgoingMail> WriteAsync(Subscription subscription, DigestIssue issue, int more, CancellationToken cancellationToken)
    {
        var found = await papers.FindManyAsync(issue.PaperIds, cancellationToken);
        var told = issue.PaperIds.Select(id => found.GetValueOrDefault(id)).OfType<EnrichedPaper>();
        return Write(subscription, told, more, issue.MadeAt, $"digest.{subscription.Id:N}.{Number(issue.Number)}", test: false);
    }

    /// <summary>A mail that is no issue, for somebody who tries the digest out.</summary>
    public OutgoingMail WriteTest(Subscription subscription, Chosen chosen, DateTimeOffset now)
        => Write(subscription, chosen.Papers, chosen.More, now, $"test.{subscription.Id:N}.{Number(now.ToUnixTimeMilliseconds())}", test: true);

    /// <summary>The mail that asks whether the address wants the digest.</summary>
    /// <param name="subscription">The digest.</param>
    /// <param name="now">When it is asked.</param>
    /// <param name="again">Whether somebody wants it asked again: then it is another mail, not a repeat of that day's.</param>
    public OutgoingMail WriteQuestion(Subscription subscription, DateTimeOffset now, bool again) => new()
    {
        Key = string.Create(CultureInfo.InvariantCulture, $"confirm.{subscription.Id:N}.{(again ? Number(now.ToUnixTimeMilliseconds()) : now.ToString("yyyyMMdd", CultureInfo.InvariantCulture))}"),
        SubscriptionId = subscription.Id,
        To = subscription.Digest!.Address,
        At = now,
        Content = ConfirmationWriter.Write(subscription, To(MailLinks.Confirm(subscription))),
    };

    private OutgoingMail Write(Subscription subscription, IEnumerable<EnrichedPaper> told, int more, DateTimeOffset madeAt, string key, bool test)
    {
        var unsubscribe = address.Value.To(MailLinks.Unsubscribe(subscription));
        var letter = new DigestLetter
        {
            Name = DigestWriter.NameOf(subscription),
            MadeAt = madeAt,
            Papers = [.. told.Select(DigestPaper.Of)],
            More = more,
            MoreUrl = To(MailLinks.Papers(subscription.Filter)),
            UnsubscribeUrl = unsubscribe.AbsoluteUri,
            Test = test,
        };
        return new()
        {
            Key = key,
            SubscriptionId = subscription.Id,
            To = subscription.Digest!.Address,
            At = madeAt,
            Content = DigestWriter.Write(letter),
            Unsubscribe = unsubscribe,
        };
    }

    private string To(string path) => address.Value.To(path).AbsoluteUri;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
