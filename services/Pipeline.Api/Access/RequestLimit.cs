using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Pipeline.Api.Errors;

namespace Pipeline.Api.Access;

/// <summary>How many requests a key, or without one an address, may make in a minute.</summary>
internal static class RequestLimit
{
    private const int NetworkBytes = 8;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void Configure(RateLimiterOptions limiter, int requestsPerMinute)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
            WhoAsks(context),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = requestsPerMinute, Window = Window, QueueLimit = 0 }));
        limiter.OnRejected = (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
            return new(Problems.TooMany(Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))).Answer().ExecuteAsync(context.HttpContext));
        };
    }

    /// <summary>Whose requests are counted together.</summary>
    internal static string WhoAsks(HttpContext context)
        => Identity.Of(context).Caller is { } caller ? $"key {caller.Name}" : $"address {NetworkOf(context.Connection.RemoteIpAddress)}";

    // Whoever has one IPv6 address has the whole network of it.
    private static string NetworkOf(IPAddress? address)
    {
        address = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return address?.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes(), 0, NetworkBytes)
            : address?.ToString() ?? "unknown";
    }
}
