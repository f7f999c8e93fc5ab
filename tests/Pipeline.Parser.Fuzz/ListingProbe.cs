using System.Diagnostics;
using Pipeline.Parser.Parsing;

namespace Pipeline.Parser.Fuzz;

/// <summary>What became of one input.</summary>
/// <param name="Fault">What is wrong; null when nothing is.</param>
/// <param name="Format">Name of the format it was read as; null when it was refused.</param>
/// <param name="Papers">Papers it gave.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Allocated">Bytes allocated; 0 where that could not be told.</param>
public sealed record Probed(string? Fault, string? Format, int Papers, TimeSpan Elapsed, long Allocated);

/// <summary>Reads content under limits of time and memory that are linear in its length, and checks what comes out.</summary>
public static class ListingProbe
{
    /// <summary>Time any input may take.</summary>
    public static readonly TimeSpan BaseTime = TimeSpan.FromSeconds(10);

    /// <summary>Further time for a megabyte.</summary>
    public static readonly TimeSpan TimePerMegabyte = TimeSpan.FromSeconds(10);

    /// <summary>Bytes any input may allocate: every format looks at the beginning.</summary>
    public const long BaseBytes = 32L << 20;

    /// <summary>Further bytes for a byte of content.</summary>
    public const int BytesPerByte = 500;

    /// <summary>Reads content to its end.</summary>
    /// <param name="content">The content.</param>
    /// <param name="length">Its length in bytes, after unpacking.</param>
    /// <param name="name">File name; may hint at the format.</param>
    /// <param name="format">Format to read it as; null detects it.</param>
    /// <param name="cancellationToken">Stops the reading; that is no fault of the content.</param>
    public static async Task<Probed> ReadAsync(Stream content, long length, string name, string? format, CancellationToken cancellationToken)
    {
        var limit = BaseTime + (TimePerMegabyte * (length / (double)(1 << 20)));
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(limit);
        var (thread, before, clock) = (Environment.CurrentManagedThreadId, GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        var invariants = new ListingInvariants();
        string? read = null;
        string? fault;
        try
        {
            var reading = await new ListingReader().OpenAsync(content, name, format, timeout.Token);
            read = reading.Format;
            fault = ListingInvariants.Fault(reading) ?? await FaultAsync(reading, invariants, length, timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            fault = "took too long";
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            fault = $"threw {e}";
        }

        // A read that waited goes on on another thread, whose allocations are others' too.
        var allocated = thread == Environment.CurrentManagedThreadId ? GC.GetAllocatedBytesForCurrentThread() - before : 0;
        fault ??= clock.Elapsed > limit ? $"took {clock.Elapsed}"
            : allocated > BaseBytes + (length * BytesPerByte) ? $"allocated {allocated} bytes for {length}"
            : null;
        return new Probed(fault, read, invariants.Papers, clock.Elapsed, allocated);
    }

    private static async Task<string?> FaultAsync(ListingReading reading, ListingInvariants invariants, long length, CancellationToken cancellationToken)
    {
        await foreach (var entry in reading.Entries.WithCancellation(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (invariants.Next(entry) is { } fault)
            {
                return fault;
            }

            if (invariants.Entries > length + 1)
            {
                return "more entries than bytes";
            }
        }

        return null;
    }
}
