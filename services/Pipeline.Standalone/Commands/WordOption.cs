using System.CommandLine;
using System.Text.Json;

namespace Pipeline.Standalone.Commands;

/// <summary>An option that takes one of a few words: the values of an enumeration, as JSON spells them.</summary>
internal sealed class WordOption<TEnum>
    where TEnum : struct, Enum
{
    private readonly Option<string?> _option;
    private readonly Dictionary<string, TEnum> _values;

    /// <param name="name">Name of the option.</param>
    /// <param name="description">What it does; the words are added.</param>
    /// <param name="helpName">Stands for the word in the help.</param>
    /// <param name="except">Values that cannot be chosen.</param>
    public WordOption(string name, string description, string helpName, params TEnum[] except)
    {
        _values = Enum.GetValues<TEnum>().Except(except).ToDictionary(
            value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()), StringComparer.OrdinalIgnoreCase);
        var words = string.Join(", ", _values.Keys);
        _option = new(name) { Description = $"{description}: {words}.", HelpName = helpName };
        _option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !_values.ContainsKey(result.Tokens[0].Value))
            {
                result.AddError($"{name}: {result.Tokens[0].Value} is none of {words}.");
            }
        });
    }

    public Option Option => _option;

    /// <summary>The value; null when none was given.</summary>
    public TEnum? Value(ParseResult result) => result.GetValue(_option) is { } word ? _values[word] : null;
}
