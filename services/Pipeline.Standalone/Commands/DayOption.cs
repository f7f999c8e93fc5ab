using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Pipeline.Standalone.Commands;

/// <summary>An option that takes a day, such as 2026-01-31.</summary>
internal sealed class DayOption
{
    private readonly Option<string?> _option;

    public DayOption(string name, string description)
    {
        _option = new(name) { Description = description, HelpName = "DATE" };
        _option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && Read(result.Tokens[0].Value) is null)
            {
                result.AddError($"{name}: {result.Tokens[0].Value} is no day; write it as 2026-01-31.");
            }
        });
    }

    public void AddTo(Command command) => command.Options.Add(_option);

    /// <summary>The day; null when none was given, or what was given is none.</summary>
    public DateOnly? Value(SymbolResult result) => Read(result.GetValue(_option));

    /// <summary>The day; null when none was given.</summary>
    public DateOnly? Value(ParseResult result) => Read(result.GetValue(_option));

    private static DateOnly? Read(string? text)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue ? day : null;
}
