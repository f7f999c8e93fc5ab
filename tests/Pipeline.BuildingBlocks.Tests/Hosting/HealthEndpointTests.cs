using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Hosting;

public sealed class HealthEndpointTests
{
    [Fact]
    public async Task Ready_WhileEveryReadyCheckIsHealthy_Says200AndNamesThem()
    {
        await using var endpoint = await RunningHealthEndpoint.StartAsync();

        Assert.Equal((200, "broker: Healthy\nstore: Healthy"), await endpoint.GetAsync("/health/ready"));
    }

    [Theory]
    [InlineData(HealthStatus.Unhealthy)]
    [InlineData(HealthStatus.Degraded)]
    public async Task Ready_WhenACheckFails_Says503AndWhichOne_AndRecovers(HealthStatus status)
    {
        await using var endpoint = await RunningHealthEndpoint.StartAsync();

        endpoint.Store = () => new HealthCheckResult(status);
        Assert.Equal((503, $"broker: Healthy\nstore: {status}"), await endpoint.GetAsync("/health/ready"));

        endpoint.Store = () => HealthCheckResult.Healthy();
        Assert.Equal(200, (await endpoint.GetAsync("/health/ready")).Status);
    }

    [Fact]
    public async Task Ready_WhenACheckThrows_Says503()
    {
        await using var endpoint = await RunningHealthEndpoint.StartAsync();
        endpoint.Store = () => throw new TimeoutException("The store does not answer.");

        Assert.Equal(503, (await endpoint.GetAsync("/health/ready")).Status);
    }

    [Fact]
    public async Task Live_DoesNotDependOnStoreOrBroker()
    {
        await using var endpoint = await RunningHealthEndpoint.StartAsync();
        endpoint.Store = () => HealthCheckResult.Unhealthy();

        Assert.Equal((200, "alive"), await endpoint.GetAsync("/health/live"));
    }

    [Fact]
    public async Task AnyOtherPath_IsNotFound()
    {
        await using var endpoint = await RunningHealthEndpoint.StartAsync();

        Assert.Equal(404, (await endpoint.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Start_WithoutAPort_ListensNowhere()
    {
        await using var endpoint = await RunningHealthEndpoint.StartAsync(port: 0);

        Assert.False(endpoint.Listens);
    }
}
