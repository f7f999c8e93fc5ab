using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser;

/// <summary>Back-pressure: holds the parser while the enrichment stages lag behind.</summary>
internal sealed class PendingGate(IPaperStore store, IOptions<ParserOptions> options, TimeProvider time)
{
    // The stages that lag run elsewhere; the store alone says how far they are.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Returns when few enough papers wait, or when their number has not fallen for <see cref="ParserOptions.MaxStall"/>.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var lowest = long.MaxValue;
        var since = time.GetTimestamp();
        while (true)
        {
            var pending = await store.CountPendingAsync(listingId: null, cancellationToken);
            if (pending <= options.Value.MaxPending)
            {
                return;
            }

            if (pending < lowest)
            {
                (lowest, since) = (pending, time.GetTimestamp());
            }
            else if (time.GetElapsedTime(since) >= options.Value.MaxStall)
            {
                return;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
