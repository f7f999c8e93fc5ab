using System.CommandLine;
using System.CommandLine.Parsing;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Standalone.Commands;

/// <summary>Options that say which claims to read.</summary>
internal sealed class ClaimOptions
{
    private readonly Argument<string[]> _words = new("words") { Description = "Words that the quote must have.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _text = new("--text") { Description = "Words that the quote must have, in one argument.", HelpName = "WORDS" };
    private readonly WordOption<ClaimType> _type = new("--type", "Only claims of this type", "TYPE");
    private readonly Option<string?> _metric = Name("--metric", "Only claims with a number of this metric; acc finds accuracy.");
    private readonly Option<string?> _dataset = Name("--dataset", "Only claims about this data set; cifar10 finds CIFAR-10.");
    private readonly Option<string?> _method = Name("--method", "Only claims that name this method.");
    private readonly NumberOption _min = new("--min-value", "Only claims with a number of at least this.");
    private readonly NumberOption _max = new("--max-value", "Only claims with a number of at most this.");
    private readonly Option<string?> _unit = new("--unit") { Description = "Only claims with a number in this unit: %, x, or as the abstract writes it.", HelpName = "UNIT" };
    private readonly WordOption<QuantityDirection> _direction = new("--direction", "Only claims with a change that goes this way", "WAY", QuantityDirection.None);
    private readonly NumberOption _confidence = new("--min-confidence", "Only claims of at least this confidence, 0 to 1.", least: 0, most: 1);
    private readonly Option<bool> _main = new("--main") { Description = "Only claims that state what their paper concludes." };
    private readonly DayOption _since = new("--since", "Only papers published on this day or later (listed or obtained, where that is unknown).");
    private readonly DayOption _until = new("--until", "Only papers published on this day or before.");

    public void AddTo(Command command)
    {
        command.Arguments.Add(_words);
        foreach (var option in new Option[] { _text, _type.Option, _metric, _dataset, _method, _min.Option, _max.Option, _unit, _direction.Option, _confidence.Option, _main })
        {
            command.Options.Add(option);
        }

        _since.AddTo(command);
        _until.AddTo(command);
        command.Validators.Add(Validate);
    }

    public ClaimQuery Read(ParseResult result) => new()
    {
        Text = string.Join(' ', [.. result.GetValue(_words) ?? [], result.GetValue(_text) ?? ""]),
        Type = _type.Value(result),
        Metric = result.GetValue(_metric),
        Dataset = result.GetValue(_dataset),
        Method = result.GetValue(_method),
        MinValue = _min.Value(result),
        MaxValue = _max.Value(result),
        Unit = result.GetValue(_unit),
        Direction = _direction.Value(result),
        MinConfidence = _confidence.Value(result),
        MainOnly = result.GetValue(_main),
        Since = _since.Value(result),
        Until = _until.Value(result),
    };

    private void Validate(CommandResult result)
    {
        if (_min.Value(result) > _max.Value(result))
        {
            result.AddError("--min-value: must not be above --max-value.");
        }

        if (_since.Value(result) > _until.Value(result))
        {
            result.AddError("--since: must not lie after --until.");
        }
    }

    private static Option<string?> Name(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "NAME" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && NameKey.Of(result.Tokens[0].Value).Length == 0)
            {
                result.AddError($"{name}: {result.Tokens[0].Value} has no letter or digit.");
            }
        });
        return option;
    }
}
