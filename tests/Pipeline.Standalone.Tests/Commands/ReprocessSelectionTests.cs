using Pipeline.Standalone.Tests.Support;

namespace Pipeline.Standalone.Tests.Commands;

/// <summary>Which papers the options of <c>reprocess</c> ask for.</summary>
public sealed class ReprocessSelectionTests(IngestedSamples samples)
{
    [Fact]
    public async Task DryRun_CountsAndDoesNothing()
    {
        using var papers = await OutdatedPapers.SamplesAsync(samples);
        papers.Execute($"UPDATE papers SET claims_version = '{OutdatedPapers.Current}' WHERE id = '{OutdatedPapers.First}'");

        var result = await papers.Workspace.RunAsync("reprocess", "--from", "claims", "--dry-run");

        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Contains("12: 11 to do again, 1 done by this version already", result.Output, StringComparison.Ordinal);
        Assert.Contains("at least 1 s", result.Output, StringComparison.Ordinal);
        Assert.Empty(await papers.RunIdsAsync());
        Assert.Equal(11, papers.DoneBy("claims/2").Count);
    }

    [Theory]
    [InlineData("--id arxiv:2409.90101", 1)]
    [InlineData("--made-by claims/2", 12)]
    [InlineData("--made-by claims/1", 0)]
    [InlineData("--older-than claims/2", 0)]
    [InlineData("--failed", 0)]
    [InlineData("--since 2100-01-01", 0)]
    [InlineData("--source nobody", 0)]
    [InlineData("--text attention --outdated", 1)]
    public async Task Selection_NarrowsTheRun(string options, int expected)
    {
        using var papers = await OutdatedPapers.SamplesAsync(samples);

        var result = await papers.Workspace.RunAsync(["reprocess", "--from", "claims", "--dry-run", .. options.Split(' ')]);

        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Contains($"{expected}: {expected} to do again, 0 done by this version already", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Option '--from' is required")]
    [InlineData("--from claims --older-than 3", "--older-than: 3 is no version")]
    [InlineData("--from claims --older-than claims/3 --made-by claims/1", "--older-than: cannot be asked for together with --made-by")]
    [InlineData("--from claims --since 2026-01-02 --until 2026-01-01", "--since: must not lie after --until")]
    [InlineData("--from parse --id a", "--id: cannot be asked for together with --from parse")]
    [InlineData("--from parse --shadow", "--shadow: cannot be asked for together with --from parse")]
    [InlineData("--from topics --topic nonsense", "--topic: the taxonomy arxiv has no topic nonsense")]
    public async Task OptionsThatMakeNoSense_AreRefusedByName(string arguments, string problem)
    {
        using var workspace = new Workspace();

        var result = await workspace.RunAsync(["reprocess", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(problem, result.Problems[0], StringComparison.Ordinal);
    }
}
