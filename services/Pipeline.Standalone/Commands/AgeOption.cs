using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Pipeline.Standalone.Commands;

/// <summary>An option that takes a length of time, such as 90s, 15min, 2h or 3d.</summary>
internal sealed class AgeOption
{
    private static readonly (string Unit, TimeSpan One)[] Units =
        [("min", TimeSpan.FromMinutes(1)), ("s", TimeSpan.FromSeconds(1)), ("h", TimeSpan.FromHours(1)), ("d", TimeSpan.FromDays(1))];

    private readonly Option<string?> _option;

    public AgeOption(string name, string description)
    {
        _option = new(name) { Description = description, HelpName = "AGE" };
        _option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && Read(result.Tokens[0].Value) is null)
            {
                result.AddError($"{name}: {result.Tokens[0].Value} is no length of time; write it as 90s, 15min, 2h or 3d.");
            }
        });
    }

    public Option Option => _option;

    /// <summary>The length; null when none was given, or what was given is none.</summary>
    public TimeSpan? Value(ParseResult result) => Read(result.GetValue(_option));

    /// <summary>Whether one was given.</summary>
    public bool IsGiven(SymbolResult result) => result.GetValue(_option) is not null;

    internal static TimeSpan? Read(string? text)
    {
        foreach (var (unit, one) in Units)
        {
            if (text?.EndsWith(unit, StringComparison.Ordinal) == true
                && int.TryParse(text[..^unit.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number <= 100_000)
            {
                return one * number;
            }
        }

        return null;
    }
}
