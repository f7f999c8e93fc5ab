using Pipeline.BuildingBlocks.Changes;

namespace Pipeline.Delivery.Webhooks;

/// <summary>What is sent to a subscriber.</summary>
/// <param name="Id">Its id, the same on every attempt.</param>
/// <param name="Body">The event, to the byte.</param>
/// <param name="Sequence">Place in the change log; 0 for a test.</param>
/// <param name="TraceParent">Trace of the work it tells of; null when there is none.</param>
internal sealed record WebhookMessage(string Id, ReadOnlyMemory<byte> Body, long Sequence, string? TraceParent)
{
    /// <summary>The message that tells of a change.</summary>
    public static WebhookMessage Of(Change change)
        => new(change.EventId.ToString("D"), change.Json, change.Sequence, Events.TraceParent.Of(change.Json.Span));
}
