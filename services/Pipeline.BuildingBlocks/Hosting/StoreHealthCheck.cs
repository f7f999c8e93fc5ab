using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Hosting;

/// <summary>The store answers a small question.</summary>
internal sealed class StoreHealthCheck(IPaperStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await store.CountPendingAsync(listingId: null, cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
