using Pipeline.BuildingBlocks.Papers;
using Pipeline.Delivery.Digests.Mail;
using Pipeline.Delivery.Webhooks;

namespace Pipeline.Delivery.Subscriptions;

/// <summary>What a subscription may be. Pure.</summary>
internal static class SubscriptionRules
{
    private const int MaxName = 100;
    private const int MaxText = 500;
    private const int MaxTopics = 1000;
    private const int MaxPapers = 100;
    private const int LastHour = 23;

    /// <summary>What is wrong with a request, first things first: the property as JSON spells it, and a sentence.</summary>
    /// <param name="request">The request.</param>
    /// <param name="allowPrivate">Whether private hosts, and <c>http</c>, are allowed.</param>
    public static IEnumerable<(string Field, string Detail)> Faults(SubscriptionRequest request, bool allowPrivate)
        => FaultsOfAll(request).Concat(request switch
        {
            { Webhook: { } webhook, Digest: null } => Faults(request, webhook, allowPrivate),
            { Webhook: null, Digest: { } digest } => Faults(request, digest),
            _ => [("webhook", "Give either webhook or digest.")],
        });

    private static IEnumerable<(string Field, string Detail)> FaultsOfAll(SubscriptionRequest request)
    {
        if (request.Name is not { Length: > 0 and <= MaxName } name || name.Any(char.IsControl) || name.Trim() != name)
        {
            yield return ("name", $"Give 1 to {MaxName} characters, without control characters, and without spaces at the ends.");
        }

        if (request.Source is { } source && !IsText(source))
        {
            yield return ("source", $"Give 1 to {MaxText} characters without control characters.");
        }

        if (request.Topics.Count > MaxTopics)
        {
            yield return ("topics", $"More than {MaxTopics} topics; leave them out for all.");
        }
    }

    private static IEnumerable<(string Field, string Detail)> Faults(SubscriptionRequest request, WebhookRequest webhook, bool allowPrivate)
    {
        if (WebhookAddress.Refusal(webhook.Url, allowPrivate) is { } refusal)
        {
            yield return ("url", Sentence(refusal));
        }

        if (webhook.Secret is { } secret && !WebhookSecrets.IsSecret(secret))
        {
            yield return ("secret", WebhookSecrets.Form);
        }

        if (webhook.From < 0)
        {
            yield return ("from", "It must be 0 or more.");
        }

        if (request.Words is not null)
        {
            yield return ("words", "Only a digest can look for words: an event has no abstract.");
        }
    }

    private static IEnumerable<(string Field, string Detail)> Faults(SubscriptionRequest request, DigestRequest digest)
    {
        if (MailAddresses.Fault(digest.Address) is { } address)
        {
            yield return ("address", address);
        }

        if (digest.Hour is < 0 or > LastHour)
        {
            yield return ("hour", $"It must lie between 0 and {LastHour}; it is an hour in UTC.");
        }

        if (digest.Limit is < 1 or > MaxPapers)
        {
            yield return ("limit", $"It must lie between 1 and {MaxPapers}.");
        }

        if (request.Kinds.Count > 0)
        {
            yield return ("kinds", "Only a webhook can choose kinds of change: a digest tells of new papers.");
        }

        if (request.Words is { } words && (!IsText(words) || SearchWords.Of(words).Count == 0))
        {
            yield return ("words", $"Give 1 to {MaxText} characters with at least one word in them.");
        }
    }

    private static bool IsText(string text) => text.Length is > 0 and <= MaxText && !text.Any(char.IsControl);

    private static string Sentence(string reason) => $"{char.ToUpperInvariant(reason[0])}{reason[1..]}.";
}
