using System.CommandLine;
using Pipeline.Learning.Quantities;

namespace Pipeline.Standalone.Commands;

/// <summary><c>train quantities</c>: the model that decides which numbers are quantities.</summary>
internal static class TrainQuantitiesCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "Folder with measeval and arxiv-topics.", HelpName = "DIR", Required = true };
        var labels = new Option<string>("--labels")
        {
            Description = "Labelled quantities of abstracts.", HelpName = "FILE", DefaultValueFactory = _ => "services/Pipeline.Learning/Labels/arxiv-quantities.jsonl",
        };
        var output = new Option<string>("--output")
        {
            Description = "The model file to write.", HelpName = "FILE", DefaultValueFactory = _ => "services/Pipeline.ClaimExtractor/Models/quantities.model",
        };
        var command = new Command("quantities", "Which numbers are quantities, and how far their spans go.") { data, labels, output };
        command.SetAction(async (result, cancellationToken) =>
        {
            var model = await QuantityTrainingData.TrainAsync(result.GetRequiredValue(data), result.GetRequiredValue(labels), cancellationToken);
            await File.WriteAllBytesAsync(result.GetRequiredValue(output), model, cancellationToken);
            await Console.Error.WriteLineAsync($"{result.GetRequiredValue(output)}: {model.Length} bytes");
            return ExitCode.Done;
        });
        return command;
    }
}
