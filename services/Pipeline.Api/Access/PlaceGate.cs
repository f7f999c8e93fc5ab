using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Pipeline.Api.Errors;

namespace Pipeline.Api.Access;

/// <summary>How many requests run at once. A few more wait in line, for as long as a request may take; others are sent away.</summary>
/// <remarks>
/// Readers of mails have as many places of their own: a mail program that unsubscribes asks once and not again, so no list that others
/// read may push it out, and who opens links by the thousand pushes out nobody who has a key.
/// </remarks>
internal sealed class PlaceGate(ApiOptions options) : IDisposable
{
    private readonly ConcurrencyLimiter _clients = Places(options);
    private readonly ConcurrencyLimiter _readers = Places(options);

    /// <summary>Whether a request has no place yet.</summary>
    public static bool Waits(HttpContext context) => context.Features.Get<InLine>() is not null;

    /// <summary>Lets a request in once there is a place. Who goes away, or runs out of time, gives place and turn back.</summary>
    public async Task EnterAsync(HttpContext context, RequestDelegate next)
    {
        using var place = await TakeAsync(context, AccessGate.IsForReaders(context) ? _readers : _clients);
        await (place.IsAcquired ? next(context) : Problems.Busy.Answer().ExecuteAsync(context));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _clients.Dispose();
        _readers.Dispose();
    }

    private static async ValueTask<RateLimitLease> TakeAsync(HttpContext context, ConcurrencyLimiter places)
    {
        context.Features.Set(InLine.Mark);
        var place = await places.AcquireAsync(permitCount: 1, context.RequestAborted);
        context.Features.Set<InLine>(null);
        return place;
    }

    private static ConcurrencyLimiter Places(ApiOptions options) => new(new()
    {
        PermitLimit = options.ConcurrentRequests,
        QueueLimit = options.WaitingRequests,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private sealed class InLine
    {
        public static InLine Mark { get; } = new();
    }
}
