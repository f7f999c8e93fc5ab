using Pipeline.BuildingBlocks.Network;
using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Http;

/// <summary>Asks an address and follows redirects, each of them checked, each in its turn, each only where robots.txt lets us.</summary>
internal sealed class PoliteHttp(HttpTransport transport, RobotsGate robots, HostTurns turns, TimeProvider time)
{
    /// <summary>Asks once; trying again is the caller's.</summary>
    /// <returns>An answer that may be read, or that says that nothing changed.</returns>
    /// <exception cref="FetchException">There is none; the message says why.</exception>
    public async Task<HttpAnswer> OpenAsync(HttpAsk ask, CancellationToken cancellationToken)
    {
        var address = ask.Address;
        var asked = new List<Uri>();
        for (var hop = 0; hop <= AddressRules.MaxRedirects; hop++)
        {
            var interval = ask.IsAskedDirectly && HostGroup.Of(address) == HostGroup.Of(ask.Address)
                ? ask.Access.Interval
                : await robots.PassAsync(address, ask.Access, cancellationToken);
            turns.CheckRedirect(asked, address, interval);
            var exchange = await transport.SendAsync(address, ask.Access, interval, Headers(ask), cancellationToken);
            try
            {
                if (exchange.Redirect(address) is not { } next)
                {
                    return await ReadAsync(ask, address, exchange, cancellationToken);
                }

                if (AddressRules.RefusalOfRedirect(address, next, ask.Access) is { } refusal)
                {
                    throw FetchException.Permanent(refusal);
                }

                asked.Add(address);
                address = next;
                await exchange.DisposeAsync();
            }
            catch
            {
                await exchange.DisposeAsync();
                throw;
            }
        }

        throw FetchException.Permanent($"{ask.Address.Host} redirects more than {AddressRules.MaxRedirects} times");
    }

    private static IEnumerable<(string Name, string Value)> Headers(HttpAsk ask)
    {
        yield return ("Accept", ask.Form switch
        {
            AnswerForm.JsonArray => "application/json",
            AnswerForm.Xml => "application/atom+xml, application/rss+xml, application/xml, text/xml",
            _ => "application/atom+xml, application/rss+xml, application/json, application/xml, text/*;q=0.9, */*;q=0.5",
        });

        if (ask.ETag is { } tag)
        {
            yield return ("If-None-Match", tag);
        }

        if (ask.LastModified is { } modified)
        {
            yield return ("If-Modified-Since", modified);
        }
    }

    private async Task<HttpAnswer> ReadAsync(HttpAsk ask, Uri address, HttpExchange exchange, CancellationToken cancellationToken)
    {
        var status = (int)exchange.Status;
        if (status == 304 && ask.IsConditional)
        {
            return new(exchange, Body: null);
        }

        var body = await exchange.OpenBodyAsync(address, ask.Access.MaxBytes, cancellationToken);
        if (status is not (200 or 203))
        {
            throw await RefusedAsync(ask, address, exchange, body, cancellationToken);
        }

        var head = await body.PeekAsync(AnswerForms.HeadBytes, cancellationToken);
        if (head.IsEmpty)
        {
            throw FetchException.Transient($"{address.Host} gave an empty answer");
        }

        return AnswerForms.Refusal(ask.Form, exchange.MediaType, head.Span) is { } refusal
            ? throw FetchException.Permanent($"{address.Host}: {refusal}")
            : new(exchange, body);
    }

    private async Task<FetchException> RefusedAsync(
        HttpAsk ask, Uri address, HttpExchange exchange, BodyStream body, CancellationToken cancellationToken)
    {
        var status = (int)exchange.Status;
        var hint = status is 429 or 503 ? WaitHint.OfRefusal(exchange.Header, time.GetUtcNow()) : null;
        if (hint is { } wait)
        {
            exchange.Pause(wait);
            var asked = $"{address.Host} asks to be left alone for {wait.TotalSeconds:0} s ({status})";
            return wait > WaitHint.Brief ? FetchException.Throttled(asked, wait) : FetchException.Transient(asked, wait: wait);
        }

        if (status is 408 or 421 or 425 or 429 or >= 500)
        {
            return FetchException.Transient($"{address.Host} answered {status}");
        }

        var head = await body.PeekAsync(AnswerForms.HeadBytes, cancellationToken);
        var words = ask.ErrorWords?.Invoke(head) ?? FirstWords.Of(head.Span);
        var what = status switch
        {
            404 or 410 => $"{address.Host} has nothing at {AddressRules.ShownPath(address)} ({status})",
            401 or 403 => $"{address.Host} refuses {AddressRules.ShownPath(address)} ({status})",
            _ => $"{address.Host} answered {status}",
        };
        return FetchException.Permanent(words.Length == 0 ? what : $"{what}: {words}");
    }
}
