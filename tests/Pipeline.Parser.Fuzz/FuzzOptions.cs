using System.Globalization;

namespace Pipeline.Parser.Fuzz;

/// <summary>How to run.</summary>
/// <param name="Duration">How long.</param>
/// <param name="Seed">Equal seeds give equal inputs in equal order.</param>
/// <param name="Output">Directory that a failing input is written to.</param>
/// <param name="Corpus">Folder of further inputs to begin with; null for none.</param>
public sealed record FuzzOptions(TimeSpan Duration, int Seed, string Output, string? Corpus)
{
    /// <summary>Usage, one line.</summary>
    public const string Usage = "usage: [--seconds N] [--seed N] [--output DIR] [--corpus DIR]";

    /// <summary>Reads arguments.</summary>
    /// <param name="arguments">Pairs of a name and a value.</param>
    /// <param name="otherwise">What counts where they say nothing.</param>
    /// <returns>Null when they are none of ours.</returns>
    public static FuzzOptions? Read(IReadOnlyList<string> arguments, FuzzOptions otherwise)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var options = otherwise;
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : "";
            var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            options = (arguments[i], isNumber, value.Length > 0) switch
            {
                ("--seconds", true, _) => options! with { Duration = TimeSpan.FromSeconds(number) },
                ("--seed", true, _) => options! with { Seed = number },
                ("--output", _, true) => options! with { Output = value },
                ("--corpus", _, true) => options! with { Corpus = value },
                _ => null,
            };
            if (options is null)
            {
                return null;
            }
        }

        return options;
    }
}
