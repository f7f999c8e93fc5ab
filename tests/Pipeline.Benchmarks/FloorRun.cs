namespace Pipeline.Benchmarks;

/// <summary>The same load on the same parts without a pipeline: bare clients, everything in flight that they allow.</summary>
internal static class FloorRun
{
    public static async Task<Floor> MeasureAsync(int papers, Sample sample)
    {
        await FloorMessages.RunAsync(Math.Min(papers, 500), sample.Sizes);
        await FloorWrites.RunAsync([.. sample.Documents.Take(500)]);

        return new Floor(
            await FloorMessages.RunAsync(papers, sample.Sizes),
            await FloorWrites.RunAsync(sample.Documents));
    }
}
