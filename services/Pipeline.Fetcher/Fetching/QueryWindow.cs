using System.Text.Json.Serialization;

namespace Pipeline.Fetcher.Fetching;

/// <summary>A span of submission times, in UTC, both ends included, by the minute. Pure.</summary>
internal sealed record QueryWindow(DateTimeOffset First, DateTimeOffset Last)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>All of some days in a time zone.</summary>
    public static QueryWindow Of(DateOnly first, DateOnly last, TimeZoneInfo zone)
        => new(SourceDays.StartOf(first, zone), SourceDays.StartOf(last.AddDays(1), zone) - Minute);

    /// <summary>Whether it can be halved.</summary>
    [JsonIgnore]
    public bool CanSplit => Last > First;

    /// <summary>Halves it: between two days where it spans several, else in the middle.</summary>
    public (QueryWindow Early, QueryWindow Late) Split(TimeZoneInfo zone)
    {
        var (first, last) = (SourceDays.At(First, zone), SourceDays.At(Last, zone));
        var middle = First + ((Last - First) / 2);
        var cut = first < last
            ? SourceDays.StartOf(first.AddDays((last.DayNumber - first.DayNumber + 1) / 2), zone)
            : middle - TimeSpan.FromTicks(middle.Ticks % Minute.Ticks) + Minute;
        return (this with { Last = cut - Minute }, this with { First = cut });
    }

    /// <summary>As arXiv's <c>submittedDate</c> writes it.</summary>
    public override string ToString() => $"[{Text(First)} TO {Text(Last)}]";

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMddHHmm", System.Globalization.CultureInfo.InvariantCulture);
}
