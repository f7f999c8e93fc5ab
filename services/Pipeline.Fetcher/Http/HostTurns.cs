using MassTransit;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Http;

/// <summary>Takes turns at hosts, and waits for them within bounds.</summary>
internal sealed class HostTurns(IHostBudget budget, IOptions<FetcherOptions> options, TimeProvider time)
{
    // A holder that lives gives its turn back; this is for one that died.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

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
    public async Task<HostTurn> TakeAsync(Uri address, TimeSpan interval, TimeSpan use, CancellationToken cancellationToken)
    {
        var group = HostGroup.Of(address);
        var holder = NewId.NextGuid();
        var waited = TimeSpan.Zero;
        while (true)
        {
            var wait = await budget.TryTakeAsync(group, holder, HostGroup.IntervalAt(address, interval), use + Grace, cancellationToken);
            if (wait <= TimeSpan.Zero)
            {
                return new(budget, group, holder);
            }

            waited += wait;
            if (waited > options.Value.TurnWait)
            {
                throw FetchException.Throttled($"{group} is not free: it asked for a pause, or others wait for it", wait);
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }
}

/// <summary>A turn at a host; given back when disposed.</summary>
internal sealed class HostTurn(IHostBudget budget, string group, Guid holder) : IAsyncDisposable
{
    /// <summary>Nobody gets a turn for so long after this one.</summary>
    public TimeSpan Pause { get; set; }

    // Also given back by a process that is being stopped.
    public ValueTask DisposeAsync() => new(budget.ReleaseAsync(group, holder, Pause, CancellationToken.None));
}
