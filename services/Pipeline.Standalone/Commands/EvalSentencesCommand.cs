using System.CommandLine;
using Pipeline.Learning.Sentences;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>eval sentences</c>.</summary>
internal static class EvalSentencesCommand
{
    public static Command Create()
    {
        var gold = new Option<string[]>("--gold")
        {
            Description = "JSON Lines with \"sentences\"; give it again for a further file.",
            HelpName = "FILE",
            Required = true,
        };
        var errors = new Option<int>("--errors")
        {
            Description = "Most errors to show of a file.",
            HelpName = "N",
            DefaultValueFactory = _ => 10,
        };
        errors.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var count) && count < 0)
            {
                result.AddError("--errors: must be 0 or more.");
            }
        });
        var json = new Option<bool>("--json") { Description = "Print one JSON object a file." };
        var command = new Command("sentences", "Measure where sentences are cut, against abstracts that people cut.") { gold, errors, json };
        command.SetAction((result, cancellationToken) => RunAsync(
            GlobalOptions.Read(result).NoColor, result.GetRequiredValue(gold), result.GetValue(errors), result.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool noColor, string[] files, int errors, bool json, CancellationToken cancellationToken)
    {
        var lines = new List<SentenceScoreLine>();
        foreach (var file in files)
        {
            lines.Add(SentenceScoreLine.Of(file, await SentenceEvaluation.RunAsync(file, errors, cancellationToken)));
        }

        if (json)
        {
            await JsonLines.WriteAsync(lines.ToAsyncEnumerable(), cancellationToken);
        }
        else
        {
            SentenceScoreTable.Write(new Screen(noColor), lines);
        }

        return ExitCode.Done;
    }
}
