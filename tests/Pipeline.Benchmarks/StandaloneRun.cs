using Pipeline.Testing;

namespace Pipeline.Benchmarks;

/// <summary>The single process on a file: start, fetch, parse, enrich, store, report, stop.</summary>
internal static class StandaloneRun
{
    public static async Task<MeasuredResult> MeasureAsync(int papers)
    {
        var folder = Directory.CreateTempSubdirectory("benchmark-").FullName;
        try
        {
            var input = Path.Combine(folder, "papers.jsonl");
            await File.WriteAllBytesAsync(input, PaperGenerator.JsonLines(papers, seed: 1));
            return await MeasuredCommand.RunAsync(new Dictionary<string, string>(), "ingest", input, "--data", Path.Combine(folder, "data"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
