namespace Pipeline.Delivery.Webhooks;

/// <summary>When a message that failed is sent again, and when no more. Pure.</summary>
/// <remarks>As Standard Webhooks advises: ten attempts over 75 h 35 min, each pause shorter or longer by up to a tenth.</remarks>
internal static class RetrySchedule
{
    private const double Jitter = 0.1;

    // Before them comes the first one, which an option sets.
    private static readonly TimeSpan[] Further =
    [
        TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>Attempts until it is given up.</summary>
    public static int Attempts => Further.Length + 2;

    /// <summary>Pause until the next attempt.</summary>
    /// <param name="failures">Attempts that failed so far without one that did not, from 1.</param>
    /// <param name="first">Pause after the first.</param>
    /// <param name="random">A random number from 0 to 1, so that many that failed together do not come back together.</param>
    /// <param name="asked">Least pause that the other side asked for; null when it did not.</param>
    /// <returns>Null when there is no next attempt.</returns>
    public static TimeSpan? Next(int failures, TimeSpan first, double random, TimeSpan? asked = null)
    {
        if (failures >= Attempts)
        {
            return null;
        }

        var pause = (failures <= 1 ? first : Further[failures - 2]) * (1 - Jitter + (2 * Jitter * random));
        return asked > pause ? asked : pause;
    }
}
