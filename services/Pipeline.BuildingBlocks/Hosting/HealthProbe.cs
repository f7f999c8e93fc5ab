using Microsoft.Extensions.Configuration;

namespace Pipeline.BuildingBlocks.Hosting;

/// <summary>Asks the worker in this container whether it is ready; images without a shell or curl need no other tool.</summary>
internal static class HealthProbe
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(IConfiguration configuration)
    {
        var port = configuration.GetValue<int>($"{HealthOptions.Section}:{nameof(HealthOptions.Port)}");
        if (port == 0)
        {
            await Console.Error.WriteLineAsync("Health:Port: not set, so there is nothing to ask.");
            return 2;
        }

        using var client = new HttpClient { Timeout = Timeout };
        try
        {
            using var response = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"));
            await Console.Out.WriteLineAsync(await response.Content.ReadAsStringAsync());
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"No answer on port {port}: {e.Message}");
            return 1;
        }
    }
}
