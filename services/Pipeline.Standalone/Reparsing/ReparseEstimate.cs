using System.Globalization;

namespace Pipeline.Standalone.Reparsing;

/// <summary>How far a run over listings has come, measured by their bytes, and how long the rest may take.</summary>
/// <param name="listings">Listings in all.</param>
/// <param name="bytes">Bytes of all of them.</param>
internal sealed class ReparseEstimate(int listings, long bytes)
{
    private int _listings;
    private long _bytes;

    /// <summary>Counts a listing as done.</summary>
    public void Done(long length)
    {
        _listings++;
        _bytes += length;
    }

    /// <summary>In words: <c>12 of 340 listings, 3 %, about 5 min left</c>.</summary>
    /// <param name="elapsed">Time since the start.</param>
    public string Text(TimeSpan elapsed)
    {
        var share = bytes == 0 ? 0 : Math.Min(1, (double)_bytes / bytes);
        var text = string.Create(CultureInfo.InvariantCulture, $"{_listings:N0} of {Math.Max(listings, _listings):N0} listings, {Math.Floor(share * 100):0} %");
        return share is 0 or 1 ? text : $"{text}, about {Left(elapsed * ((double)(bytes - _bytes) / _bytes))} left";
    }

    private static string Left(TimeSpan time) => time switch
    {
        { TotalSeconds: <= 90 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} s"),
        { TotalMinutes: <= 90 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMinutes):0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalHours):0} h"),
    };
}
