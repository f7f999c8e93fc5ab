using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Pipeline.Standalone.Tests.Support;

/// <summary>A store whose claims look as an older version would have left them, and what a test asks of it.</summary>
internal sealed class OutdatedPapers : IDisposable
{
    /// <summary>The version in use.</summary>
    public static readonly string Current = Pipeline.ClaimExtractor.Extraction.ClaimAnalyzer.Version.ToString();

    /// <summary>A paper of the samples.</summary>
    public const string First = "arxiv:2409.90101";

    private readonly Dictionary<string, string> _settings = new() { ["Scheduler__ReprocessHold"] = "00:00:01" };

    private OutdatedPapers() => Workspace = new(_settings);

    public Workspace Workspace { get; }

    /// <summary>How many papers are on their way at a time, in processes that start from now on.</summary>
    public int InFlight
    {
        set => _settings["Scheduler__ReprocessInFlight"] = value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The samples; one paper lacks a claim that today's version finds.</summary>
    public static async Task<OutdatedPapers> SamplesAsync(IngestedSamples samples)
    {
        var papers = new OutdatedPapers();
        await samples.CopyToAsync(papers.Workspace);
        papers.Outdate();
        papers.LoseAClaim($"= '{First}'");
        return papers;
    }

    /// <summary>As many papers as asked for; every third lacks a claim.</summary>
    public static async Task<OutdatedPapers> ManyAsync(int count, int inFlight = 20)
    {
        var papers = new OutdatedPapers { InFlight = inFlight };
        var file = papers.Workspace.Write("many.jsonl", string.Concat(Enumerable.Range(1, count).Select(Line)));
        Assert.Equal(0, (await papers.Workspace.RunAsync("ingest", file)).ExitCode);
        papers.Outdate();
        papers.LoseAClaim("IN (SELECT id FROM papers WHERE pk % 3 = 0)");
        return papers;
    }

    /// <summary>Papers that the version in use has done and completed.</summary>
    public IReadOnlyList<string> CompletedAnew() => Read($"SELECT id FROM papers WHERE completion ->> '$.claimsVersion' = '{Current}'");

    /// <summary>Papers that a version has done.</summary>
    public IReadOnlyList<string> DoneBy(string version) => Read($"SELECT id FROM papers WHERE claims_version = '{version}' AND pending = 0");

    /// <summary>Every claim in the store.</summary>
    public async Task<string> ClaimsAsync() => (await Workspace.RunAsync("claims", "export", "--format", "csv")).Output;

    public async Task<IReadOnlyList<string>> RunIdsAsync()
        => [.. (await Workspace.RunAsync("runs", "list", "--json")).Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!)];

    public async Task<JsonElement> ShowAsync(string id)
        => JsonDocument.Parse(Assert.Single((await Workspace.RunAsync("runs", "show", id, "--json")).Lines)).RootElement;

    public void Execute(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }

    public void Dispose() => Workspace.Dispose();

    private static string Line(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"id":"2409.{{number:00000}}","title":"Method {{number}} for testing","abstract":"We propose method {{number}}. It reaches {{number % 100}}.5 % on the benchmark and outperforms all baselines."}{{'\n'}}""");

    private void Outdate()
    {
        Execute("UPDATE papers SET claims_version = 'claims/2', completion = json_set(completion, '$.claimsVersion', 'claims/2')");
        Execute("UPDATE claims SET json = json_set(json, '$.version.version', '2')");
    }

    private void LoseAClaim(string ids)
        => Execute($"UPDATE claims SET json = json_remove(json, '$.analysis.claims[0]') WHERE paper IN (SELECT pk FROM papers WHERE id {ids})");

    private List<string> Read(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(Workspace.Data, "pipeline.db")};Pooling=False");
        connection.Open();
        return connection;
    }
}
