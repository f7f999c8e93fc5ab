using System.Globalization;

namespace Pipeline.Integration.Tests.Origins;

/// <summary>Days that are over wherever the tests run.</summary>
internal static class Days
{
    public static DateOnly Today { get; } = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>So many days before today, from 2.</summary>
    public static DateOnly Ago(int days) => Today.AddDays(-days);

    /// <summary>As the command line and the origins write it.</summary>
    public static string Text(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
