using Pipeline.Fetcher.Fetching;
using Pipeline.Fetcher.Http;

namespace Pipeline.Fetcher;

/// <summary>Opens one address that a person named, with the manners and defences of a source; its robots.txt is for programs that go round by themselves.</summary>
public sealed class AddressFetch
{
    private const int Attempts = 3;

    private static readonly Access Public = new()
    {
        AttemptTimeout = TimeSpan.FromMinutes(2),
        Interval = TimeSpan.FromSeconds(1),
        MaxBytes = 1L << 30,
    };

    private readonly PoliteHttp _http;
    private readonly SourcePipelines _pipelines;

    internal AddressFetch(PoliteHttp http, SourcePipelines pipelines) => (_http, _pipelines) = (http, pipelines);

    /// <summary>Asks an address and opens its answer.</summary>
    /// <param name="address">An <c>https://</c> address.</param>
    /// <param name="allowPrivate">Whether private and loopback hosts may be asked, and with them <c>http://</c>.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The bytes, decompressed, at most 1 GiB; whoever gets them disposes them. Reading can throw <see cref="FetchException"/>, too.</returns>
    /// <exception cref="FetchException">There is no answer, or none that can be a listing; the message says why.</exception>
    public async Task<Stream> OpenAsync(Uri address, bool allowPrivate, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        var access = Public with { AllowHttp = allowPrivate, AllowPrivateHosts = allowPrivate };
        var ask = new HttpAsk(address, access, AnswerForm.Listing) { IsAskedDirectly = true };
        try
        {
            return await _pipelines.For($"//{address.Authority}", Attempts, access.AttemptTimeout).ExecuteAsync(
                async token => (await _http.OpenAsync(ask, token)).OpenOwned(), cancellationToken);
        }
        catch (Exception e) when (e is not FetchException && SourcePipelines.Explain(e) is { } explained)
        {
            throw explained;
        }
    }
}
