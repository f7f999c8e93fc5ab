using Pipeline.BuildingBlocks.Network;

namespace Pipeline.Delivery.Webhooks;

/// <summary>What the other side made of a message.</summary>
internal enum WebhookVerdict
{
    /// <summary>It took it.</summary>
    Taken,

    /// <summary>It did not, this time.</summary>
    Failed,

    /// <summary>It wants no more of them.</summary>
    Gone,
}

/// <summary>What an answer means. Pure.</summary>
internal static class WebhookAnswer
{
    /// <summary>What a status means. A redirect is a failure: it could lead anywhere, and the address is to be put right instead.</summary>
    public static WebhookVerdict Verdict(int status) => status switch
    {
        >= 200 and < 300 => WebhookVerdict.Taken,
        410 => WebhookVerdict.Gone,
        _ => WebhookVerdict.Failed,
    };

    /// <summary>How long the other side asks to be left alone.</summary>
    /// <param name="status">Status of its answer.</param>
    /// <param name="header">Value of a header by its name; null when it is absent.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Null when it does not; else 0 to 24 h.</returns>
    public static TimeSpan? Wait(int status, Func<string, string?> header, DateTimeOffset now)
        => status is 429 or 503 ? WaitHint.OfRefusal(header, now) : null;

    /// <summary>A line about an answer, safe to show whatever a stranger wrote.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="location">Where it redirects to; null when it does not say.</param>
    /// <param name="body">Beginning of its body.</param>
    /// <returns>Null when there is nothing to say.</returns>
    public static string? Note(int status, string? location, ReadOnlySpan<byte> body)
    {
        var words = FirstWords.Of(body);
        return status switch
        {
            >= 300 and < 400 => Line($"redirects are not followed; it leads to {location ?? "nowhere"}"),
            _ when words.Length > 0 => Line(words),
            410 => "it wants no more",
            _ => null,
        };
    }

    /// <summary>A text as a note: one line of at most 200 characters.</summary>
    public static string Line(string text) => FirstWords.Line(text, 200);
}
