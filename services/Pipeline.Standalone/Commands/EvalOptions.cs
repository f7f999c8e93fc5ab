using System.CommandLine;
using Pipeline.Learning.Evaluation;

namespace Pipeline.Standalone.Commands;

/// <summary>The options that <c>eval roles</c> and <c>eval claims</c> share.</summary>
internal sealed class EvalOptions
{
    private readonly Option<string[]> _gold = new("--gold")
    {
        Description = "JSON Lines with labelled sentences; give it again for a further file.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string[]> _texts = new("--texts")
    {
        Description = "JSON Lines with the \"id\" and \"abstract\" of labels that are offsets only.",
        HelpName = "FILE",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string> _part = new("--part")
    {
        Description = "Part of a file that holds several: train or dev.",
        DefaultValueFactory = _ => "dev",
    };

    private readonly Option<string?> _train = new("--train")
    {
        Description = "Labels that the baselines learn from; without it there is none by place.",
        HelpName = "FILE",
    };

    private readonly Option<int> _errors = new("--errors")
    {
        Description = "Most errors to show of each question.",
        HelpName = "N",
        DefaultValueFactory = _ => 10,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object a file." };

    public EvalOptions(Command command)
    {
        _part.AcceptOnlyFromAmong("train", "dev");
        _errors.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var count) && count < 0)
            {
                result.AddError("--errors: must be 0 or more.");
            }
        });
        foreach (var option in new Option[] { _gold, _texts, _part, _train, _errors, _json })
        {
            command.Options.Add(option);
        }
    }

    public string[] Gold(ParseResult result) => result.GetRequiredValue(_gold);

    public bool Json(ParseResult result) => result.GetValue(_json);

    public EvaluationInput Input(ParseResult result) => new()
    {
        Texts = result.GetValue(_texts) ?? [],
        Part = result.GetRequiredValue(_part),
        Training = result.GetValue(_train),
        MostErrors = result.GetValue(_errors),
    };
}
