using Microsoft.Extensions.Options;

namespace Pipeline.Delivery.Webhooks;

/// <summary>
/// How many subscribers are told at the same time. Those that are slow or failing are bounded apart, and far wider: waiting for
/// them costs a connection and few events in memory, and they never stand in the way of the others.
/// </summary>
internal sealed class WebhookLanes(IOptions<WebhookOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _swift = new(options.Value.Concurrency);
    private readonly SemaphoreSlim _slow = new(options.Value.SlowConcurrency);

    /// <summary>Whether there is a place, for now.</summary>
    public bool HasRoom(bool slow) => (slow ? _slow : _swift).CurrentCount > 0;

    /// <summary>Takes a place.</summary>
    /// <returns>Null when there is none; give it back by disposing it.</returns>
    public Place? TryEnter(bool slow) => (slow ? _slow : _swift) is var lane && lane.Wait(0) ? new(lane, _slow) : null;

    public void Dispose()
    {
        _swift.Dispose();
        _slow.Dispose();
    }

    /// <summary>The place of one subscriber.</summary>
    internal sealed class Place(SemaphoreSlim lane, SemaphoreSlim slow) : IDisposable
    {
        private SemaphoreSlim _lane = lane;

        /// <summary>Whether it is among the slow.</summary>
        public bool IsSlow => _lane == slow;

        /// <summary>Whether it was slow this time, wherever it began.</summary>
        public bool WasSlow { get; private set; }

        /// <summary>Moves to the slow, if there is room.</summary>
        /// <returns>Whether a place among the others has become free.</returns>
        public bool TryGiveWay()
        {
            WasSlow = true;
            if (IsSlow || !slow.Wait(0))
            {
                return false;
            }

            _lane.Release();
            _lane = slow;
            return true;
        }

        public void Dispose() => _lane.Release();
    }
}
