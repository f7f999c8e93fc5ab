using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Delivery.Digests.Content;

/// <summary>Addresses of this installation that mails lead to, below its public address. Pure.</summary>
internal static class MailLinks
{
    /// <summary>The page where the reader confirms.</summary>
    public static string Confirm(Subscription subscription) => Of("confirm", subscription, MailPurpose.Confirm);

    /// <summary>The page where the reader unsubscribes, and the address for one click.</summary>
    public static string Unsubscribe(Subscription subscription) => Of("unsubscribe", subscription, MailPurpose.Unsubscribe);

    /// <summary>Where papers are that a filter asks for. Of several topics none is named: there, all of them would have to fit.</summary>
    public static string Papers(SubscriptionFilter filter)
    {
        (string Name, string? Value)[] conditions =
            [("words", filter.Words), ("topic", filter.Topics is [var topic] ? topic : null), ("source", filter.Source)];
        var query = string.Join('&', conditions.Where(condition => condition.Value is not null).Select(condition => $"{condition.Name}={Uri.EscapeDataString(condition.Value!)}"));
        return query.Length == 0 ? "papers" : $"papers?{query}";
    }

    private static string Of(string page, Subscription subscription, MailPurpose purpose)
        => $"digests/{page}?id={subscription.Id:N}&token={MailTokens.Make(subscription.Digest!, subscription.Id, purpose)}";
}
