using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Delivery.Digests.Content;

/// <summary>When a digest comes. Pure.</summary>
public static class DigestSchedule
{
    private const int DaysOfAWeek = 7;

    /// <summary>The first time after another at which a digest comes. Times that passed in between are made up for by one mail.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="after">The other time; one that is such a time itself is passed over.</param>
    public static DateTimeOffset Next(Digest digest, DateTimeOffset after)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var day = new DateTimeOffset(after.UtcDateTime.Date, TimeSpan.Zero);
        var days = digest.Cadence == DigestCadence.Weekly ? (DaysOfAWeek + digest.Weekday - day.DayOfWeek) % DaysOfAWeek : 0;
        var next = day.AddDays(days).AddHours(digest.Hour);
        return next > after ? next : next.AddDays(digest.Cadence == DigestCadence.Weekly ? DaysOfAWeek : 1);
    }
}
