using System.CommandLine;
using Pipeline.Learning;
using Pipeline.Learning.Keyphrases;
using Pipeline.Standalone.Ingestion;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>eval keyphrases</c>: keyphrases against labelled terms.</summary>
internal static class EvalKeyphrasesCommand
{
    public static Command Create()
    {
        var gold = new Option<string>("--gold") { Description = "Abstracts with labelled terms, in the form of SciERC. May end in .gz.", HelpName = "FILE", Required = true };
        var json = new Option<bool>("--json") { Description = "One JSON object instead of a table." };
        var command = new Command("keyphrases", "Measure keyphrases.") { gold, json };
        command.SetAction((result, cancellationToken) => RunAsync(result.GetRequiredValue(gold), result.GetValue(json), GlobalOptions.Read(result).NoColor, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string gold, bool json, bool noColor, CancellationToken cancellationToken)
    {
        try
        {
            KeyphraseReport.Write(new Screen(noColor), await KeyphraseEvaluation.RunAsync(gold, cancellationToken), json);
            return ExitCode.Done;
        }
        catch (GoldFileException e)
        {
            throw new InputException(e.Message, e);
        }
    }
}
