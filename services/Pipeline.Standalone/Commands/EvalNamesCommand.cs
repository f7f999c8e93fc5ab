using System.CommandLine;
using Pipeline.Learning;
using Pipeline.Learning.Names;
using Pipeline.Standalone.Ingestion;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>eval names</c>: methods, data sets and measures against labels.</summary>
internal static class EvalNamesCommand
{
    public static Command Create()
    {
        var gold = new Option<string>("--gold") { Description = "Labels: JSON Lines of id, methods, datasets and metrics, each a list of start and end.", HelpName = "FILE", Required = true };
        var texts = new Option<string?>("--texts") { Description = "Papers with id and abstract, where the labels come without. May end in .gz.", HelpName = "FILE" };
        var part = new Option<string?>("--part") { Description = "Only labels of this part, such as dev.", HelpName = "NAME" };
        var json = new Option<bool>("--json") { Description = "One JSON object instead of a table." };
        var errors = new Option<int>("--errors") { Description = "Errors to list at most.", HelpName = "N", DefaultValueFactory = _ => 0 };
        var command = new Command("names", "Measure names of methods, data sets and measures.") { gold, texts, part, json, errors };
        command.SetAction((result, cancellationToken) => RunAsync(
            new(result.GetRequiredValue(gold), result.GetValue(texts), result.GetValue(part)), result.GetValue(json), result.GetValue(errors), GlobalOptions.Read(result).NoColor, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(NameGold gold, bool json, int errors, bool noColor, CancellationToken cancellationToken)
    {
        try
        {
            var (evaluation, missing) = await gold.EvaluateAsync(cancellationToken);
            if (missing > 0)
            {
                await Console.Error.WriteLineAsync($"{missing} labelled papers have no text and are left out. Name the file that has them with --texts.");
            }

            NameReport.Write(new Screen(noColor), evaluation, json, errors);
            return missing > 0 ? ExitCode.Failed : ExitCode.Done;
        }
        catch (GoldFileException e)
        {
            throw new InputException(e.Message, e);
        }
    }
}
