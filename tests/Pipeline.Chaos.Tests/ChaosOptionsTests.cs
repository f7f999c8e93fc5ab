namespace Pipeline.Chaos.Tests;

public sealed class ChaosOptionsTests
{
    private static readonly ChaosOptions Defaults = new(20_000, TimeSpan.FromSeconds(300), 7, Replicas: 1, Restarts: true);

    public static TheoryData<string[], ChaosOptions?> Arguments => new()
    {
        { [], Defaults },
        {
            ["--papers", "200", "--seconds", "20", "--no-restart", "--seed", "0", "--replicas", "8"],
            new ChaosOptions(200, TimeSpan.FromSeconds(20), 0, Replicas: 8, Restarts: false)
        },
        { ["--papers", "199"], null },
        { ["--papers", "100000"], null },
        { ["--seconds", "19"], null },
        { ["--replicas", "0"], null },
        { ["--seed"], null },
        { ["--seed", "x"], null },
        { ["--fast", "1"], null },
    };

    [Theory]
    [MemberData(nameof(Arguments))]
    public void Arguments_AreReadOrRefused(string[] arguments, ChaosOptions? expected) => Assert.Equal(expected, ChaosOptions.Read(arguments, Defaults));
}
