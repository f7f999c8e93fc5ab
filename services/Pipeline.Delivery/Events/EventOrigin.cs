namespace Pipeline.Delivery.Events;

/// <summary>Where an event comes from.</summary>
/// <param name="Source">The pipeline that tells.</param>
/// <param name="TraceParent">The trace of the work it tells of, by W3C Trace Context; null when there is none.</param>
internal readonly record struct EventOrigin(string Source, string? TraceParent = null);
