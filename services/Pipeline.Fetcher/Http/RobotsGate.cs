using System.Collections.Concurrent;
using Pipeline.BuildingBlocks.Network;
using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Http;

/// <summary>Asks each host once a day what its robots.txt lets us fetch (RFC 9309).</summary>
internal sealed class RobotsGate(HttpTransport transport, HostTurns turns, TimeProvider time)
{
    private static readonly TimeSpan Age = TimeSpan.FromHours(24);

    // Hosts are few; redirects to ever new ones must not fill the memory.
    private const int MaxHosts = 1000;

    private readonly ConcurrentDictionary<string, (RobotsRules Rules, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);

    /// <summary>Lets an address through.</summary>
    /// <returns>The interval its host wants; the given one unless robots.txt asks for a longer.</returns>
    /// <exception cref="FetchException">robots.txt forbids it, or cannot be read, which counts as forbidding for now.</exception>
    public async Task<TimeSpan> PassAsync(Uri address, Access access, CancellationToken cancellationToken)
    {
        var rules = await FindAsync(address, access, cancellationToken);
        if (!rules.Allows(address))
        {
            throw FetchException.Permanent($"robots.txt of {address.Host} forbids {AddressRules.ShownPath(address)} to programs such as this one");
        }

        return rules.CrawlDelay is { } delay && delay > access.Interval ? delay : access.Interval;
    }

    private async Task<RobotsRules> FindAsync(Uri address, Access access, CancellationToken cancellationToken)
    {
        var host = address.GetLeftPart(UriPartial.Authority);
        if (_known.TryGetValue(host, out var known) && known.Until > time.GetUtcNow())
        {
            return known.Rules;
        }

        var rules = await ReadAsync(new Uri(address, "/robots.txt"), access, cancellationToken);
        if (_known.Count >= MaxHosts)
        {
            _known.Clear();
        }

        _known[host] = (rules, time.GetUtcNow() + Age);
        return rules;
    }

    private async Task<RobotsRules> ReadAsync(Uri robots, Access access, CancellationToken cancellationToken)
    {
        var address = robots;
        for (var hop = 0; hop <= AddressRules.MaxRedirects; hop++)
        {
            await using var exchange = await transport.SendAsync(address, access, access.Interval, [("Accept", "text/plain, */*;q=0.1")], cancellationToken);
            switch ((int)exchange.Status)
            {
                case >= 200 and < 300:
                    await using (var body = await exchange.OpenBodyAsync(address, long.MaxValue, cancellationToken))
                    {
                        return RobotsRules.Read((await body.PeekAsync(RobotsRules.MaxBytes + 1, cancellationToken)).Span, HttpTransport.Product);
                    }

                case 429 or >= 500:
                    throw Unreadable(robots, exchange);
                case >= 400:
                    return RobotsRules.None;
            }

            if (exchange.Redirect(address) is not { } next)
            {
                return RobotsRules.None;
            }

            if (AddressRules.RefusalOfRedirect(address, next, access) is { } refusal)
            {
                throw FetchException.Permanent($"robots.txt: {refusal}");
            }

            turns.CheckRedirect([address], next, access.Interval);
            address = next;
        }

        // More redirects than are followed: as if there were none (RFC 9309, 2.3.1.2).
        return RobotsRules.None;
    }

    private FetchException Unreadable(Uri robots, HttpExchange exchange)
    {
        var hint = WaitHint.OfRefusal(exchange.Header, time.GetUtcNow());
        var message = $"robots.txt of {robots.Host} cannot be read ({(int)exchange.Status}), which counts as forbidding everything for now";
        exchange.Pause(hint ?? TimeSpan.Zero);
        return hint is { } wait && wait > WaitHint.Brief ? FetchException.Throttled(message, wait) : FetchException.Transient(message, wait: hint);
    }
}
