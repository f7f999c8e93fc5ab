using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.Testing;

namespace Pipeline.Chaos.Feeding;

/// <summary>Puts listings into the fleet's directory, wave after wave, and has it fetched: the real entrance.</summary>
public sealed class Feeder(WorkerFleet fleet, FeedPlan plan, Action<string> say)
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly List<FedListing> _there = [];

    /// <summary>Good revisions in the waves that were put there so far.</summary>
    public int Revisions { get; private set; }

    /// <summary>How often a wave was not fetched within a minute, so that the source was fetched once more.</summary>
    public int AskedAgain { get; private set; }

    /// <summary>Feeds everything over a time. A wave waits for the one before to be fetched, so that what comes later is newer.</summary>
    public async Task RunAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        await using var bus = await FleetBus.StartAsync(fleet, cancellationToken);
        foreach (var (n, wave) in plan.Waves.Index())
        {
            var wait = (length * ((double)n / plan.Waves.Count)) - TimeProvider.System.GetElapsedTime(started);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, TimeProvider.System, cancellationToken);
            }

            await FeedAsync(bus, wave, cancellationToken);
            _there.AddRange(wave);
            await TryAsync(() => TidyAsync(cancellationToken), cancellationToken);
        }

        say(string.Create(CultureInfo.InvariantCulture, $"everything is fetched after {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s"));
    }

    private async Task FeedAsync(FleetBus bus, IReadOnlyList<FedListing> wave, CancellationToken cancellationToken)
    {
        foreach (var listing in wave)
        {
            // Put there when it is complete: half a file would be a listing of its own.
            var part = Path.Combine(Path.GetTempPath(), $"{fleet.Name}-{listing.Name}");
            await File.WriteAllBytesAsync(part, listing.Content, cancellationToken);
            File.Move(part, Path.Combine(fleet.Inbox, listing.Name));
            Revisions += listing.Revisions;
        }

        var asked = 0L;
        while (!await TryAsync(() => AreFetchedAsync(wave, cancellationToken), cancellationToken))
        {
            if (asked == 0 || TimeProvider.System.GetElapsedTime(asked) > AskAgain)
            {
                AskedAgain += asked == 0 ? 0 : 1;
                var sent = await TryAsync(() => AskAsync(bus, cancellationToken), cancellationToken);
                asked = sent ? TimeProvider.System.GetTimestamp() : asked;
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    private async Task<bool> AreFetchedAsync(IReadOnlyList<FedListing> wave, CancellationToken cancellationToken)
    {
        var listings = fleet.Services.GetRequiredService<IListingStore>();
        foreach (var listing in wave)
        {
            if (await listings.FindLatestAsync($"inbox/{listing.Name}", cancellationToken) is null)
            {
                return false;
            }
        }

        return true;
    }

    // Every fetch reads the whole directory: what is parsed is taken away, as whoever puts files there would.
    private async Task<bool> TidyAsync(CancellationToken cancellationToken)
    {
        var listings = fleet.Services.GetRequiredService<IListingStore>();
        foreach (var listing in _there.ToList())
        {
            if (await listings.FindLatestAsync($"inbox/{listing.Name}", cancellationToken) is { State: ListingState.Parsed })
            {
                File.Delete(Path.Combine(fleet.Inbox, listing.Name));
                _there.Remove(listing);
            }
        }

        return true;
    }

    private static async Task<bool> AskAsync(FleetBus bus, CancellationToken cancellationToken)
    {
        await bus.FetchAsync("inbox", cancellationToken);
        return true;
    }

    // Broker or store may be away: whoever feeds is as patient as the workers.
    private static async Task<bool> TryAsync(Func<Task<bool>> step, CancellationToken cancellationToken)
    {
        try
        {
            return await step();
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
