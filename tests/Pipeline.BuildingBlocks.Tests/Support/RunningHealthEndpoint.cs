using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;

namespace Pipeline.BuildingBlocks.Tests.Support;

/// <summary>The health endpoint of a worker, on a loopback port of its own, over checks that a test can turn.</summary>
internal sealed class RunningHealthEndpoint : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly HealthEndpoint _endpoint;
    private readonly HttpClient _client = new();

    private RunningHealthEndpoint(int port)
    {
        Port = port;
        _provider = new ServiceCollection()
            .AddLogging()
            .AddHealthChecks()
            .AddCheck("store", () => Store(), tags: ["ready"])
            .AddCheck("broker", () => HealthCheckResult.Healthy(), tags: ["ready"])
            .AddCheck("other", () => HealthCheckResult.Unhealthy(), tags: ["live"])
            .Services.BuildServiceProvider();
        _endpoint = new(_provider.GetRequiredService<HealthCheckService>(), Options.Create(new HealthOptions { Port = port }));
    }

    public int Port { get; }

    public bool Listens => _endpoint.Listens;

    /// <summary>What the check of the store finds.</summary>
    public Func<HealthCheckResult> Store { get; set; } = () => HealthCheckResult.Healthy();

    public static async Task<RunningHealthEndpoint> StartAsync(int? port = null)
    {
        var endpoint = new RunningHealthEndpoint(port ?? FreePort.Find());
        await endpoint._endpoint.StartAsync(TestContext.Current.CancellationToken);
        return endpoint;
    }

    public async Task<(int Status, string Body)> GetAsync(string path)
    {
        using var response = await _client.GetAsync(new Uri($"http://127.0.0.1:{Port}{path}"), TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _endpoint.StopAsync(CancellationToken.None);
        await _endpoint.DisposeAsync();
        await _provider.DisposeAsync();
    }
}
