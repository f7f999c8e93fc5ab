namespace Pipeline.Standalone.Ingestion;

/// <summary>The first stage failure that outlasted its retries in this process; the run that waits for the work reads it.</summary>
internal sealed class FaultLog
{
    private string? _first;

    /// <summary>What failed and why, one line; null while nothing has.</summary>
    public string? First => Volatile.Read(ref _first);

    public void Record(string fault) => Interlocked.CompareExchange(ref _first, fault, null);
}
