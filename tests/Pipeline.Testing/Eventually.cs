namespace Pipeline.Testing;

/// <summary>Waits for something that another process brings about.</summary>
public static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until the answer is yes.</summary>
    /// <exception cref="TimeoutException">It was still no; the message is <paramref name="otherwise"/>.</exception>
    public static async Task TrueAsync(Func<Task<bool>> question, TimeSpan timeout, Func<string> otherwise, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(Interval);
        while (!await question())
        {
            if (TimeProvider.System.GetElapsedTime(started) > timeout)
            {
                throw new TimeoutException($"Not within {timeout.TotalSeconds:0} s: {otherwise()}");
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }
}
