using System.Globalization;
using System.Text.Json;
using Pipeline.Api.Subscriptions;
using Pipeline.BuildingBlocks.Subscriptions;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>Subscriptions as a table, and one with all there is to say of it.</summary>
internal static class SubscriptionTable
{
    private const int ShownTopics = 3;

    public static void Write(Screen screen, IReadOnlyList<SubscriptionView> subscriptions)
    {
        if (subscriptions.Count == 0)
        {
            screen.WriteLine("No subscriptions. Add one: subscriptions add webhook https://example.org/papers --name example");
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        foreach (var name in new[] { "name", "kind", "to", "told of", "delivered", "state" })
        {
            table.AddColumn(new TableColumn(name));
        }

        foreach (var subscription in subscriptions)
        {
            table.AddRow(
                Cell(subscription.Name),
                Cell(Kind(subscription)),
                Cell(To(subscription)),
                Cell(ToldOf(subscription.Filter, ShownTopics)),
                Cell(subscription.DeliveredAt is { } at ? DayText.Utc(at) : "-"),
                Cell(State(subscription)));
        }

        screen.Write(table);
    }

    /// <param name="screen">Where to.</param>
    /// <param name="subscription">The subscription.</param>
    /// <param name="last">Last place of the change log.</param>
    public static void Write(Screen screen, SubscriptionView subscription, long last)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumn("").AddColumn("");
        foreach (var (name, value) in Lines(subscription, last))
        {
            table.AddRow(Cell(name), Cell(value));
        }

        screen.Write(table);
    }

    private static IEnumerable<(string Name, string Value)> Lines(SubscriptionView subscription, long last)
    {
        yield return ("id", subscription.Id.ToString("D"));
        yield return ("name", subscription.Name);
        yield return ("kind", Kind(subscription));
        yield return ("to", To(subscription));
        yield return ("told of", ToldOf(subscription.Filter, int.MaxValue));
        yield return ("state", State(subscription));
        yield return ("added", DayText.Utc(subscription.CreatedAt));
        yield return ("delivered", subscription.DeliveredAt is { } at ? DayText.Utc(at) : "nothing yet");
        yield return ("place", string.Create(CultureInfo.InvariantCulture, $"{subscription.Cursor} of {last} in the change log"));
        if (subscription.DueAt is { } due)
        {
            yield return ("next", $"not before {DayText.Utc(due)}");
        }

        foreach (var secret in subscription.Webhook?.Secrets ?? [])
        {
            yield return ("secret", $"of {DayText.Utc(secret.CreatedAt)}{(secret.EndsAt is { } end ? $", signs until {DayText.Utc(end)}" : "")}");
        }

        if (subscription.Digest is { } digest)
        {
            yield return ("mail", string.Create(
                CultureInfo.InvariantCulture, $"{Word(digest.Order)} first, at most {digest.Limit}{(digest.SendEmpty ? ", also without a paper" : "")}"));
        }
    }

    private static string Kind(SubscriptionView subscription) => subscription.Digest switch
    {
        null => Word(subscription.Kind),
        { Cadence: DigestCadence.Weekly } digest => string.Create(CultureInfo.InvariantCulture, $"digest, {digest.Weekday}s at {digest.Hour:00}:00 UTC"),
        { } digest => string.Create(CultureInfo.InvariantCulture, $"digest, daily at {digest.Hour:00}:00 UTC"),
    };

    private static string To(SubscriptionView subscription) => subscription.Webhook?.Url ?? subscription.Digest!.Address;

    private static string ToldOf(SubscriptionFilter filter, int shown)
    {
        var topics = string.Join(", ", filter.Topics.Take(shown)) + (filter.Topics.Count > shown ? $" and {filter.Topics.Count - shown} more" : "");
        string[] parts =
        [
            .. filter.Kinds.Count > 0 ? [string.Join(", ", filter.Kinds.Select(Word))] : Array.Empty<string>(),
            .. filter.Topics.Count > 0 ? [$"in {topics}"] : Array.Empty<string>(),
            .. filter.Source is { } source ? [$"from {source}"] : Array.Empty<string>(),
            .. filter.Words is { } words ? [$"with “{words}”"] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? "everything" : string.Join("; ", parts);
    }

    private static string State(SubscriptionView subscription)
    {
        var failing = subscription is { Failures: > 0, FailingSince: { } since }
            ? string.Create(CultureInfo.InvariantCulture, $", {subscription.Failures} failed since {DayText.Utc(since)}")
            : "";
        return $"{Word(subscription.State)}{(subscription.Reason is { } reason ? $": {reason}" : "")}{failing}";
    }

    private static string Cell(string text) => Markup.Escape(Screen.Safe(text));

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
