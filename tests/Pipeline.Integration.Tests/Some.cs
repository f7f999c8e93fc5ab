namespace Pipeline.Integration.Tests;

internal static class Some
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
}
