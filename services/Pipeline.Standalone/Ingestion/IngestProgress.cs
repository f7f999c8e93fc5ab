namespace Pipeline.Standalone.Ingestion;

/// <summary>A moment of an ingest, for display.</summary>
/// <param name="Parsed">True once the listing has been read to its end.</param>
/// <param name="Papers">Papers stored so far.</param>
/// <param name="Pending">Of these, papers that still lack a stage.</param>
internal sealed record IngestProgress(bool Parsed, long Papers, long Pending);
