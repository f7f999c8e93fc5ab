using System.CommandLine;
using Pipeline.Learning;
using Pipeline.Learning.Names;
using Pipeline.Standalone.Ingestion;

namespace Pipeline.Standalone.Commands;

/// <summary><c>train names</c>: makes the model of names.</summary>
internal static class TrainNamesCommand
{
    private const string ModelFile = "services/Pipeline.ClaimExtractor/Models/names.model";

    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "Folder that holds arxiv-topics and tdmsci.", HelpName = "FOLDER", Required = true };
        var output = new Option<string>("--output") { Description = $"File to write; by default {ModelFile}.", HelpName = "FILE", DefaultValueFactory = _ => ModelFile };
        var command = new Command("names", "Make the model of names.") { data, output };
        command.SetAction((result, cancellationToken) => RunAsync(result.GetRequiredValue(data), result.GetRequiredValue(output), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string data, string output, CancellationToken cancellationToken)
    {
        try
        {
            var (model, examples) = await NameTraining.TrainAsync(data, cancellationToken);
            await File.WriteAllBytesAsync(output, model, cancellationToken);
            await Console.Error.WriteLineAsync($"{output}: {model.Length} bytes, learned from {examples[0]} other names, {examples[1]} methods, {examples[2]} data sets");
            return ExitCode.Done;
        }
        catch (GoldFileException e)
        {
            throw new InputException(e.Message, e);
        }
    }
}
