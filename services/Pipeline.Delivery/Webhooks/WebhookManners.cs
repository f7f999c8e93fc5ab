namespace Pipeline.Delivery.Webhooks;

/// <summary>Makes room for others while an answer takes long.</summary>
/// <param name="Place">The place among all; moves to the slow.</param>
/// <param name="GaveWay">Called when it does.</param>
internal sealed record WebhookManners(WebhookLanes.Place Place, Action GaveWay)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits for a message, for as long as it is no burden to others.</summary>
    public async Task MindAsync(Task sending, TimeProvider time)
    {
        await sending.WaitAsync(Patience, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!sending.IsCompleted && Place.TryGiveWay())
        {
            GaveWay();
        }
    }
}
