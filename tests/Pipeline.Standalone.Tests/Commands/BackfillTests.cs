using System.Text.Json;
using Pipeline.Standalone.Tests.Support;
using Pipeline.Testing;

namespace Pipeline.Standalone.Tests.Commands;

/// <summary>The past of a source that lists one paper a day, from a server on loopback.</summary>
public sealed class BackfillTests : IAsyncLifetime
{
    private static readonly string[] January = ["--from", "2026-01-01", "--to", "2026-01-04"];

    private readonly Workspace _workspace = new();
    private DayOrigin _origin = null!;

    public async ValueTask InitializeAsync()
    {
        _origin = await DayOrigin.StartAsync();
        var added = await _workspace.RunAsync(
            "sources", "add", "days", "--kind", "http", "--address", _origin.Address, "--allow-http", "--allow-private-hosts",
            "--request-interval", "00:00:00", "--attempt-timeout", "00:00:05", "--skip-day", "Saturday");
        Assert.Equal((0, ""), (added.ExitCode, added.Error));
    }

    public async ValueTask DisposeAsync()
    {
        await _origin.DisposeAsync();
        _workspace.Dispose();
    }

    [Fact]
    public async Task DryRun_SaysWhatWouldBeAskedFor_AndAsksNothing()
    {
        var result = await BackfillAsync("--dry-run");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("4: 3 to ask for, 0 covered already, 1 on which nothing is listed", result.Output, StringComparison.Ordinal);
        Assert.Contains("at least 3", result.Output, StringComparison.Ordinal);
        Assert.Empty(_origin.Days);
    }

    [Fact]
    public async Task Backfill_FetchesEveryDayOnce_AndTheSecondTimeNone()
    {
        var first = await BackfillAsync();
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains("done, 3 days covered, 0 waiting, 1 skipped, 0 uncovered, 0 runs failed", first.Output, StringComparison.Ordinal);
        Assert.Equal(["2026-01-01", "2026-01-02", "2026-01-04"], _origin.Days);
        Assert.Equal(3, (await _workspace.RunAsync("papers", "export")).Lines.Count);

        Assert.Equal(0, (await BackfillAsync()).ExitCode);
        Assert.Equal(3, _origin.Days.Count);

        Assert.Equal(0, (await BackfillAsync("--again")).ExitCode);
        Assert.Equal(6, _origin.Days.Count);

        var estimate = await BackfillAsync("--dry-run");
        Assert.Contains("4: 0 to ask for, 3 covered already", estimate.Output, StringComparison.Ordinal);
    }

    // The killed process held the turn at its host, which is free again 20 s later.
    [Fact]
    public async Task KilledBackfill_GoesOnWithTheSameCommand_WithoutAskingAgainForWhatItHad()
    {
        _origin.HoldOn("2026-01-02");
        await using (var killed = _workspace.Start(["sources", "backfill", "days", .. January]))
        {
            await killed.UntilAsync(() => _origin.Days.Contains("2026-01-02"));
            await killed.KillAsync();
        }

        _origin.Release("2026-01-02");
        var result = await BackfillAsync();

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("done, 3 days covered", result.Output, StringComparison.Ordinal);
        Assert.Equal(["2026-01-01", "2026-01-02", "2026-01-02", "2026-01-04"], _origin.Days);
    }

    [Fact]
    public async Task KilledBackfill_IsGoneOnWithByServe_WhichTellsOfEveryRunAndStopsWhenAsked()
    {
        _origin.HoldOn("2026-01-02");
        await using (var killed = _workspace.Start(["sources", "backfill", "days", .. January]))
        {
            await killed.UntilAsync(() => _origin.Days.Contains("2026-01-02"));
            await killed.KillAsync();
        }

        _origin.Release("2026-01-02");
        await using var serve = _workspace.Start("serve");
        await serve.UntilAsync(() => serve.Output.Contains("days, 2026-01-04: done, answers: 1", StringComparison.Ordinal));

        Assert.Equal(0, await serve.InterruptAsync());
        Assert.StartsWith("Ready: 1 sources, 0 with a schedule.", serve.Output, StringComparison.Ordinal);
        Assert.Contains("days, 2026-01-02: done, answers: 1", serve.Output, StringComparison.Ordinal);
        Assert.Contains("Stopped.", serve.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DayAnsweredByALoginPage_StaysUncovered_AndIsNamedWithItsReason()
    {
        _origin.AskToLogInOn("2026-01-02");

        var result = await BackfillAsync();
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("2 days covered, 0 waiting, 1 skipped, 1 uncovered, 0 runs failed", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("2026-01-02: ", Assert.Single(result.Problems), StringComparison.Ordinal);

        var coverage = await _workspace.RunAsync(["sources", "coverage", "days", .. January]);
        Assert.Equal(1, coverage.ExitCode);
        Assert.Contains("#!-#", coverage.Output, StringComparison.Ordinal);

        _origin.Release("2026-01-02");
        Assert.Equal(0, (await BackfillAsync()).ExitCode);
        Assert.Equal(0, (await _workspace.RunAsync(["sources", "coverage", "days", .. January])).ExitCode);
    }

    [Fact]
    public async Task DayThatTheSourceRefuses_FailsItsRun_AndHoldsUpNoOther()
    {
        _origin.RefuseOn("2026-01-01", 404);

        var result = await BackfillAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("2 days covered, 0 waiting, 1 skipped, 1 uncovered, 1 runs failed", result.Output, StringComparison.Ordinal);
        Assert.Equal(["done", "done", "failed"], (await _workspace.RunAsync("sources", "runs", "--json")).Lines.Select(State));
    }

    [Fact]
    public async Task Coverage_AsJson_IsOneDayALine()
    {
        await _workspace.RunAsync("sources", "run", "days", "--from", "2026-01-01");

        var result = await _workspace.RunAsync(["sources", "coverage", "days", .. January, "--json"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["covered", "uncovered", "skipped", "uncovered"], result.Lines.Select(State));
    }

    [Fact]
    public async Task Run_OfGivenDays_CoversThese()
    {
        var result = await _workspace.RunAsync("sources", "run", "days", "--from", "2026-01-01", "--to", "2026-01-02");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("days, 2026-01-01 to 2026-01-02: done, answers: 2", result.Output, StringComparison.Ordinal);
        Assert.Contains("2 listed (2 new, 0 changed), 0 entries rejected", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await _workspace.RunAsync("sources", "coverage", "days", "--from", "2026-01-01", "--to", "2026-01-02")).ExitCode);
    }

    [Fact]
    public async Task Cancel_OfABackfillThatDoesNotRun_SaysSo()
    {
        var result = await BackfillAsync("--cancel");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("no backfill of days for 2026-01-01 to 2026-01-04 is running", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PausedSource_IsNotBackfilled()
    {
        await _workspace.RunAsync("sources", "pause", "days");

        var result = await BackfillAsync();

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("days is paused", result.Error, StringComparison.Ordinal);
        Assert.Empty(_origin.Days);
    }

    private Task<CommandResult> BackfillAsync(params string[] more) => _workspace.RunAsync(["sources", "backfill", "days", .. January, .. more]);

    private static string? State(string line)
    {
        using var day = JsonDocument.Parse(line);
        return day.RootElement.GetProperty("state").GetString();
    }
}
