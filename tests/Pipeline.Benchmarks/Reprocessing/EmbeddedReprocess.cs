using System.Globalization;
using Microsoft.Data.Sqlite;
using Pipeline.Testing;

namespace Pipeline.Benchmarks.Reprocessing;

/// <summary>Papers done again in one process over the embedded store, and a second process that ingests beside it.</summary>
internal sealed class EmbeddedReprocess : IDisposable
{
    private const int FreshPapers = 20;
    private const int AloneRounds = 5;
    private static readonly Dictionary<string, string> None = [];

    private readonly string _folder = Directory.CreateTempSubdirectory("benchmark-").FullName;
    private int _next;

    private string Data => Path.Combine(_folder, "data");

    public async Task<EmbeddedFigures> MeasureAsync(int papers)
    {
        var ingest = await IngestAsync(papers);
        Outdate();
        var shadow = RunFigures.Of("compare only", await ReprocessAsync("--shadow"));
        var run = RunFigures.Of("do again", await ReprocessAsync());

        var alone = new List<TimeSpan>();
        for (var round = 0; round < AloneRounds; round++)
        {
            alone.Add((await IngestAsync(FreshPapers)).Elapsed);
        }

        Outdate();
        var beside = new List<TimeSpan>();
        var running = ReprocessAsync();
        while (!running.IsCompleted)
        {
            beside.Add((await IngestAsync(FreshPapers)).Elapsed);
        }

        return new(papers / ingest.Elapsed.TotalSeconds, shadow, run, RunFigures.Of("do again, fresh papers beside", await running), new(alone), new(beside));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<MeasuredResult> ReprocessAsync(params string[] options)
        => MeasuredCommand.RunAsync(None, ["reprocess", "--from", "claims", "--outdated", "--json", "--data", Data, .. options]);

    private async Task<MeasuredResult> IngestAsync(int papers)
    {
        var file = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"papers-{_next}.jsonl"));
        await File.WriteAllBytesAsync(file, PaperGenerator.JsonLines(papers, seed: _next, first: _next + 1));
        _next += papers;
        return await MeasuredCommand.RunAsync(None, "ingest", file, "--data", Data);
    }

    // As an older version would have left them; it missed the first claim of every tenth paper.
    private void Outdate()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "pipeline.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            UPDATE papers SET claims_version = 'claims/0', completion = json_set(completion, '$.claimsVersion', 'claims/0');
            UPDATE claims SET json = json_set(json, '$.version.version', '0');
            UPDATE claims SET json = json_remove(json, '$.analysis.claims[0]') WHERE paper % 10 = 0;
            """;
        command.ExecuteNonQuery();
    }
}

/// <summary>What the embedded store gave.</summary>
/// <param name="IngestRate">Papers a second of the first ingest, whole process.</param>
/// <param name="Shadow">A run that only compares.</param>
/// <param name="Run">A run with nothing beside it.</param>
/// <param name="BusyRun">A run with fresh papers beside it.</param>
/// <param name="Alone">Whole processes that ingest a few fresh papers.</param>
/// <param name="Beside">The same beside a run.</param>
internal sealed record EmbeddedFigures(
    double IngestRate, RunFigures Shadow, RunFigures Run, RunFigures BusyRun, Latencies Alone, Latencies Beside);
