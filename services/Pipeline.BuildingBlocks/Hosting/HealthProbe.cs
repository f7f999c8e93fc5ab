using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;

namespace Pipeline.BuildingBlocks.Hosting;

/// <summary>Asks the worker in this container whether it is ready; images without a shell or curl need no other tool.</summary>
internal static class HealthProbe
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(IConfiguration configuration)
    {
        var section = configuration.GetSection(HealthOptions.Section);
        if (!ushort.TryParse(section[nameof(HealthOptions.Port)], CultureInfo.InvariantCulture, out var port) || port == 0)
        {
            await Console.Error.WriteLineAsync("Health:Port: not set to a port, so there is nothing to ask.");
            return 2;
        }

        var ready = new UriBuilder(Uri.UriSchemeHttp, HostOf(section[nameof(HealthOptions.Address)]), port, "/health/ready").Uri;
        using var client = new HttpClient { Timeout = Timeout };
        try
        {
            using var response = await client.GetAsync(ready);
            await Console.Out.WriteLineAsync(await response.Content.ReadAsStringAsync());
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"No answer on port {port}: {e.Message}");
            return 1;
        }
    }

    // A worker that listens on every address answers on this one, too.
    private static string HostOf(string? address)
        => IPAddress.TryParse(address, out var given) && !given.Equals(IPAddress.Any) && !given.Equals(IPAddress.IPv6Any)
            ? given.ToString()
            : "127.0.0.1";
}
