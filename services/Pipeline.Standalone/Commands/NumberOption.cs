using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Pipeline.Standalone.Commands;

/// <summary>An option that takes a number, written with a decimal point whatever the machine's language.</summary>
internal sealed class NumberOption
{
    private readonly Option<string?> _option;

    public NumberOption(string name, string description, double least = double.MinValue, double most = double.MaxValue)
    {
        _option = new(name) { Description = description, HelpName = "N" };
        _option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 0)
            {
                return;
            }

            var text = result.Tokens[0].Value;
            if (Read(text) is not { } number)
            {
                result.AddError($"{name}: {text} is no number; write it as 0.5.");
            }
            else if (number < least || number > most)
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name}: must lie between {least} and {most}."));
            }
        });
    }

    public Option Option => _option;

    /// <summary>The number; null when none was given, or what was given is none.</summary>
    public double? Value(SymbolResult result) => Read(result.GetValue(_option));

    /// <summary>The number; null when none was given.</summary>
    public double? Value(ParseResult result) => Read(result.GetValue(_option));

    private static double? Read(string? text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
