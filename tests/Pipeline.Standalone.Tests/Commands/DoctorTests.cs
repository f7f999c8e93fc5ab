using System.Text.Json;
using Pipeline.Standalone.Tests.Support;
using Pipeline.Testing;

namespace Pipeline.Standalone.Tests.Commands;

public sealed class DoctorTests : IDisposable
{
    private readonly Workspace _workspace = new();

    [Fact]
    public async Task Doctor_BeforeTheFirstUse_FindsNothingBrokenAndMakesNothing()
    {
        var result = await _workspace.RunAsync("doctor", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            [("configuration", "ok"), ("data directory", "ok"), ("disk", "ok"), ("store", "warning"), ("broker", "ok"), ("claim models", "ok"), ("topic models", "ok")],
            result.Lines.Select(line => JsonDocument.Parse(line).RootElement)
                .Select(finding => (finding.GetProperty("check").GetString()!, finding.GetProperty("severity").GetString()!)));
        Assert.False(Directory.Exists(_workspace.Data));
    }

    [Fact]
    public async Task Doctor_AfterAnIngest_CountsWhatWaits()
    {
        await _workspace.RunAsync("ingest", Samples.Json);

        var result = await _workspace.RunAsync("doctor");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("claims: 0 papers wait", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_OverADamagedDatabase_FailsAndSaysWhatToDo()
    {
        Directory.CreateDirectory(_workspace.Data);
        await File.WriteAllTextAsync(Path.Combine(_workspace.Data, "pipeline.db"), new string('x', 5000), TestContext.Current.CancellationToken);

        var result = await _workspace.RunAsync("doctor");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("is not a database. Move it away", string.Join(' ', result.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_OverABrokerThatIsAway_FailsWithoutShowingThePassword()
    {
        var settings = new Dictionary<string, string>
        {
            ["Broker__Address"] = "amqp://someone:hidden@127.0.0.1:9/papers",
            ["Mongo__ConnectionString"] = "mongodb://someone:hidden@127.0.0.1:9/",
            ["Mongo__ConnectTimeout"] = "00:00:01",
        };

        var result = await CommandLine.RunAsync(["doctor"], null, settings, TestContext.Current.CancellationToken);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("127.0.0.1:9, virtual host papers", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", result.Output + result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_OverAMailServerThatIsAway_FailsInOneLine_WithoutShowingThePassword()
    {
        // Nothing listens on the port of tcpmux.
        var settings = new Dictionary<string, string>
        {
            ["Smtp__Host"] = "127.0.0.1",
            ["Smtp__Port"] = "1",
            ["Smtp__From"] = "pipeline@example.org",
            ["Smtp__UserName"] = "postman",
            ["Smtp__Password"] = "hidden",
            ["Public__Url"] = "https://papers.example.org",
        };

        var result = await CommandLine.RunAsync(["doctor", "--json", "--data", _workspace.Data], null, settings, TestContext.Current.CancellationToken);

        Assert.Equal(1, result.ExitCode);
        var finding = Assert.Single(result.Lines.Select(line => JsonDocument.Parse(line).RootElement), one => one.GetProperty("check").GetString() == "mail server");
        Assert.Equal("failed", finding.GetProperty("severity").GetString());
        Assert.StartsWith("127.0.0.1:1, StartTls: no mail server answers: ", finding.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", result.Output + result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_WithAWrongValueInAnySection_NamesItAndEndsWithTwo()
    {
        var settings = new Dictionary<string, string> { ["ClaimExtractor__BatchSize"] = "0", ["Health__Port"] = "70000" };

        var result = await CommandLine.RunAsync(["doctor", "--data", _workspace.Data], null, settings, TestContext.Current.CancellationToken);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("ClaimExtractor:BatchSize", result.Error, StringComparison.Ordinal);
        Assert.Contains("Health:Port", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_OfAPaperByAnotherOfItsIds_ShowsEveryStageInOrder()
    {
        await _workspace.RunAsync("ingest", Samples.Json);
        var id = JsonDocument.Parse((await _workspace.RunAsync("papers", "list", "--json", "--limit", "1")).Lines[0]).RootElement.GetProperty("id").GetString()!;

        var table = await _workspace.RunAsync("papers", "history", id);
        var json = await _workspace.RunAsync("papers", "history", id["arxiv:".Length..], "--json");
        var none = await _workspace.RunAsync("papers", "history", "arxiv:0000.00000");

        Assert.Equal((0, 0, 1), (table.ExitCode, json.ExitCode, none.ExitCode));
        Assert.Contains("enriched", table.Output, StringComparison.Ordinal);
        var entries = json.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["classified", "enriched", "extracted", "parsed"], entries.Select(entry => entry.GetProperty("outcome").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal("parsed", entries[0].GetProperty("outcome").GetString());
        Assert.Single(entries.Select(entry => entry.GetProperty("traceId").GetString()).Distinct());
    }

    public void Dispose() => _workspace.Dispose();
}
