using Pipeline.Api.Errors;
using Pipeline.Delivery.Subscriptions;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Api.Subscriptions;

/// <summary>Reads a subscription to add. Pure.</summary>
internal static class SubscriptionReading
{
    private const int MaxTopics = 200;

    /// <summary>The request, whose values are still to be checked, or what is wrong with its form.</summary>
    /// <param name="body">The body.</param>
    /// <param name="known">Topics of the taxonomy in use.</param>
    public static (SubscriptionRequest? Request, Problem? Fault) Read(NewSubscriptionBody body, TopicLookup known)
    {
        var topics = body.Topics ?? [];
        if (Fault(topics, known) is { } fault)
        {
            return (null, fault);
        }

        return (
            new()
            {
                // JSON may say null even where a text must be.
                Name = body.Name ?? "",
                Webhook = body.Webhook is { } webhook ? new(webhook.Url ?? "", webhook.Secret, webhook.From) : null,
                Digest = body.Digest is { } digest ? Of(digest) : null,
                Kinds = body.Kinds ?? [],
                Topics = [.. topics.SelectMany(name => known.Under(known.Find(name)!)).Distinct(StringComparer.Ordinal)],
                Source = body.Source,
                Words = body.Words,
            },
            null);
    }

    private static Problem? Fault(IReadOnlyList<string> topics, TopicLookup known)
        => topics.Count > MaxTopics ? Problems.BadBody("topics", $"A list may have {MaxTopics} values.")
            : topics.Any(name => string.IsNullOrEmpty(name) || name.Any(char.IsControl)) ? Problems.BadBody("topics", "A name of a topic has characters, none of them a control character.")
            : topics.FirstOrDefault(name => known.Find(name) is null) is { } topic ? Problems.BadBody("topics", $"The taxonomy {known.TaxonomyName} has no topic '{topic}'; see /topics.")
            : null;

    private static DigestRequest Of(NewDigestBody digest)
    {
        var request = new DigestRequest { Address = digest.Address ?? "", Cadence = digest.Cadence, SendEmpty = digest.SendEmpty };
        return request with
        {
            Hour = digest.Hour ?? request.Hour,
            Weekday = digest.Weekday ?? request.Weekday,
            Order = digest.Order ?? request.Order,
            Limit = digest.Limit ?? request.Limit,
        };
    }
}
