using System.Globalization;

namespace Pipeline.Chaos;

/// <summary>How to run.</summary>
/// <param name="Papers">Papers to feed, poison among them. 200 to 99,999.</param>
/// <param name="Duration">How long faults happen and papers come; the work left is waited for afterwards. At least 20 s.</param>
/// <param name="Seed">Equal seeds give equal papers, poison, duplicates and faults at equal times.</param>
/// <param name="Replicas">Processes of each stage, from 1.</param>
/// <param name="Restarts">Whether there are a broker and a store of this run's own, which it restarts.</param>
public sealed record ChaosOptions(int Papers, TimeSpan Duration, int Seed, int Replicas, bool Restarts)
{
    /// <summary>Longest time from the end of an outage to the next paper. 30 s on a machine that has nothing else to do.</summary>
    public TimeSpan RecoveryLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Usage, one line.</summary>
    public const string Usage = "usage: [--papers 200..99999] [--seconds 20..] [--seed N] [--replicas 1..8] [--no-restart]";

    /// <summary>Reads arguments.</summary>
    /// <param name="arguments">Names, each but the last kind with a value.</param>
    /// <param name="otherwise">What counts where they say nothing.</param>
    /// <returns>Null when they are none of ours.</returns>
    public static ChaosOptions? Read(IReadOnlyList<string> arguments, ChaosOptions otherwise)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var options = otherwise;
        for (var i = 0; i < arguments.Count && options is not null; i++)
        {
            options = arguments[i] == "--no-restart"
                ? options with { Restarts = false }
                : i + 1 < arguments.Count && int.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? With(options, arguments[i++], number)
                    : null;
        }

        return options;
    }

    private static ChaosOptions? With(ChaosOptions options, string name, int value) => (name, value) switch
    {
        ("--papers", >= 200 and <= 99_999) => options with { Papers = value },
        ("--seconds", >= 20) => options with { Duration = TimeSpan.FromSeconds(value) },
        ("--seed", _) => options with { Seed = value },
        ("--replicas", >= 1 and <= 8) => options with { Replicas = value },
        _ => null,
    };
}
