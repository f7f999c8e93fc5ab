using System.Globalization;
using Pipeline.Parser.Fuzz;
using Pipeline.Testing;

namespace Pipeline.Parser.Tests.Corpus;

public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int DefaultSeconds = 20;

    [Fact]
    public async Task Reader_OfMutatedListings_KeepsItsPromises()
    {
        var options = new FuzzOptions(
            TimeSpan.FromSeconds(Setting("PIPELINE_FUZZ_SECONDS") ?? DefaultSeconds),
            Setting("PIPELINE_FUZZ_SEED") ?? (Environment.TickCount & int.MaxValue),
            Path.Combine(Path.GetTempPath(), "pipeline-fuzz"),
            RepositoryFiles.FindShared("data/listings"));
        output.WriteLine($"Seed {options.Seed}; run it again with PIPELINE_FUZZ_SEED={options.Seed}.");

        var report = await FuzzRun.RunAsync(options, TestContext.Current.CancellationToken);

        output.WriteLine(report.ToString());
        Assert.True(report.Fault is null, $"seed {options.Seed}, {report.FailingFile}: {report.Fault}");
        Assert.InRange(report.Papers, 1, long.MaxValue);
    }

    [Fact]
    public void Mutation_OfEqualSeed_GivesEqualInputs()
    {
        var (one, other) = (new Mutation(new Random(7), Seeds.Inline), new Mutation(new Random(7), Seeds.Inline));

        Assert.All(Enumerable.Range(0, 200), _ => Assert.Equal(one.Next(), other.Next()));
        Assert.NotEqual(new Mutation(new Random(8), Seeds.Inline).Next(), new Mutation(new Random(7), Seeds.Inline).Next());
    }

    public static TheoryData<string[], int?> Arguments => new()
    {
        { [], 60 },
        { ["--seconds", "5"], 5 },
        { ["--seconds", "x"], null },
        { ["--seconds"], null },
        { ["--fast", "1"], null },
    };

    [Theory]
    [MemberData(nameof(Arguments))]
    public void Options_AreReadOrRefused(string[] arguments, int? seconds)
        => Assert.Equal(seconds, FuzzOptions.Read(arguments, new FuzzOptions(TimeSpan.FromSeconds(60), 1, ".", null))?.Duration.TotalSeconds);

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
