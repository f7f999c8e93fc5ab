using System.Globalization;

namespace Pipeline.Fetcher.Fetching;

/// <summary>Whether an answer is the whole answer for a day, and why not. Pure.</summary>
/// <param name="Complete">Whether the source answered for this very day, to the end.</param>
/// <param name="Note">Why it is not complete, or what is remarkable; one line.</param>
internal sealed record DayVerdict(bool Complete, string? Note)
{
    /// <summary>A day that has not come yet.</summary>
    public static DayVerdict Future { get; } = new(false, "the day has not come yet");

    /// <summary>A day whose papers were all read, at a time when it was over or not.</summary>
    public static DayVerdict Read(DateOnly day, TimeZoneInfo zone, DateTimeOffset askedAt)
        => Over(SourceDays.StartOf(day.AddDays(1), zone) <= askedAt);

    /// <summary>A day that was read to its end.</summary>
    /// <param name="isOver">Whether it was over when it was asked for.</param>
    public static DayVerdict Over(bool isOver) => isOver ? new(true, null) : new(false, "the day was not over when it was asked for");

    /// <summary>A day asked for at a source that shows which day it answers for.</summary>
    /// <param name="asked">The day asked for.</param>
    /// <param name="shown">The day the answer shows; null when it shows none.</param>
    /// <param name="papers">Papers in the answer.</param>
    /// <param name="isSkipDay">Whether the source lists nothing on such days.</param>
    /// <param name="isOver">Whether the day was over when it was asked for.</param>
    public static DayVerdict Shown(DateOnly asked, DateOnly? shown, int papers, bool isSkipDay, bool isOver) => (papers, shown) switch
    {
        _ when isSkipDay && (papers == 0 || shown != asked) => new(true, $"nothing is listed on a {asked.DayOfWeek}"),
        (0, _) => new(false, "the list is empty; it may not be out yet"),
        (_, null) => new(false, "the papers do not show which day they are listed for"),
        _ when shown != asked => new(false, string.Create(CultureInfo.InvariantCulture, $"the source answered for {shown:yyyy-MM-dd} instead")),
        _ => Over(isOver),
    };
}
