using System.CommandLine;

namespace Pipeline.Standalone.Commands;

/// <summary>Options that every list takes.</summary>
internal sealed class ListOptions
{
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object a line." };

    private readonly Option<int> _limit = new("--limit")
    {
        Description = "Most rows to print.",
        HelpName = "N",
        DefaultValueFactory = _ => 20,
    };

    public ListOptions()
        => _limit.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var limit) && limit < 1)
            {
                result.AddError("--limit: must be 1 or more.");
            }
        });

    public void AddTo(Command command)
    {
        command.Options.Add(_json);
        command.Options.Add(_limit);
    }

    public bool Json(ParseResult result) => result.GetValue(_json);

    public int Limit(ParseResult result) => result.GetValue(_limit);
}
