using System.CommandLine;
using Pipeline.Learning.Discourse;

namespace Pipeline.Standalone.Commands;

/// <summary><c>train claims</c>: makes the model of roles and claims.</summary>
internal static class TrainClaimsCommand
{
    private const string ModelFile = "services/Pipeline.ClaimExtractor/Models/discourse.model";

    public static Command Create()
    {
        var data = new Option<string>("--data")
        {
            Description = "Folder that holds csabstruct, claim-medline, sciark and arxiv-topics.",
            HelpName = "DIR",
            Required = true,
        };
        var output = new Option<string>("--output") { Description = $"File to write; by default {ModelFile}.", HelpName = "FILE", DefaultValueFactory = _ => ModelFile };
        var command = new Command("claims", "Make the model of roles and claims; takes minutes.") { data, output };
        command.SetAction((result, cancellationToken) => RunAsync(result.GetRequiredValue(data), result.GetRequiredValue(output), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string data, string output, CancellationToken cancellationToken)
    {
        var model = await DiscourseTraining.TrainAsync(data, Console.Error.WriteLine, cancellationToken);
        await File.WriteAllBytesAsync(output, model, cancellationToken);
        await Console.Error.WriteLineAsync($"{output}: {model.Length} bytes");
        return ExitCode.Done;
    }
}
