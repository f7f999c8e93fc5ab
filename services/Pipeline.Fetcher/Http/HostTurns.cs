using MassTransit;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Http;

/// <summary>Takes turns at hosts, and waits for them within bounds.</summary>
internal sealed class HostTurns(IHostBudget budget, IOptions<FetcherOptions> options, TimeProvider time)
{
    /// <summary>Refuses a redirect to a host that was asked just now when its next turn comes later than anybody waits: it would be put off for ever.</summary>
    /// <exception cref="FetchException">It is such a redirect.</exception>
    public void CheckRedirect(IEnumerable<Uri> asked, Uri to, TimeSpan interval)
    {
        var apart = HostGroup.IntervalAt(to, interval);
        if (apart > options.Value.TurnWait && asked.Any(address => HostGroup.Of(address) == HostGroup.Of(to)))
        {
            throw FetchException.Permanent(
                $"{to.Host} redirects to {AddressRules.Shown(to)}, but may be asked only every {apart.TotalSeconds:0} s, longer than Fetcher:TurnWait; set Address to where it redirects");
        }
    }

    /// <summary>Waits for the next turn at the host of an address.</summary>
    /// <exception cref="FetchException">The wait would be longer than <see cref="FetcherOptions.TurnWait"/>.</exception>
    public async Task<HostTurn> TakeAsync(Uri address, TimeSpan interval, CancellationToken cancellationToken)
    {
        var group = HostGroup.Of(address);
        var holder = NewId.NextGuid();
        var waited = TimeSpan.Zero;
        while (true)
        {
            var wait = await budget.TryTakeAsync(group, holder, HostGroup.IntervalAt(address, interval), HostTurn.Hold, cancellationToken);
            if (wait <= TimeSpan.Zero)
            {
                return new(budget, group, holder, time);
            }

            waited += wait;
            if (waited > options.Value.TurnWait)
            {
                throw FetchException.Throttled($"{group} is not free: it asked for a pause, or others wait for it", wait);
            }

            // As long as the budget of the host says, which all replicas share.
            await Task.Delay(wait, time, cancellationToken);
        }
    }
}
