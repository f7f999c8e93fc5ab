namespace Pipeline.Delivery.Webhooks;

/// <summary>When a turn is over, and when it writes down what was reached.</summary>
internal sealed class WebhookPace(TimeProvider time)
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);

    // What was passed since the last time is what may come twice when the process dies.
    private const int SaveAfter = 100;
    private static readonly TimeSpan SaveEvery = TimeSpan.FromMilliseconds(250);

    private readonly long _started = time.GetTimestamp();
    private long _saved = time.GetTimestamp();
    private int _passed;

    /// <summary>Whether others are to have their turn.</summary>
    public bool IsOver => time.GetElapsedTime(_started) > Length;

    /// <summary>Counts a change that was passed.</summary>
    /// <returns>Whether to write down now what was reached.</returns>
    public bool IsToSave()
    {
        if (++_passed < SaveAfter && time.GetElapsedTime(_saved) <= SaveEvery)
        {
            return false;
        }

        (_saved, _passed) = (time.GetTimestamp(), 0);
        return true;
    }
}
