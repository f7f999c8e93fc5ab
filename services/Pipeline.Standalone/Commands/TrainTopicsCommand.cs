using System.CommandLine;
using Pipeline.Learning.Topics;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Standalone.Commands;

/// <summary><c>train topics</c>: makes a model of topics, of the shared data or of one's own.</summary>
internal static class TrainTopicsCommand
{
    private const string ModelFolder = "services/Pipeline.TopicClassifier/Models";

    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "Folder that holds arxiv-topics and forc4cl.", HelpName = "FOLDER" };
        var labelled = new Option<string?>("--labelled") { Description = "Papers of one's own instead: JSON Lines of id, title, abstract and labels. May end in .gz.", HelpName = "FILE" };
        var taxonomy = TaxonomyOption.Create();
        var taxonomyFile = new Option<string?>("--taxonomy-file") { Description = "A taxonomy of one's own that the labels are of.", HelpName = "FILE" };
        var output = new Option<string?>("--output") { Description = $"File to write; with --data by default in {ModelFolder}.", HelpName = "FILE" };
        var command = new Command("topics", "Make a model of topics.") { data, labelled, taxonomy, taxonomyFile, output };
        command.Validators.Add(result =>
        {
            if (result.GetValue(data) is null == result.GetValue(labelled) is null)
            {
                result.AddError("Give either --data or --labelled.");
            }
            else if (result.GetValue(labelled) is not null && result.GetValue(output) is null)
            {
                result.AddError("--labelled needs --output.");
            }
        });
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetValue(data),
            result.GetValue(labelled),
            TopicChoice.ReadTaxonomy(result.GetRequiredValue(taxonomy), result.GetValue(taxonomyFile)),
            result.GetValue(output),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? data, string? labelled, Taxonomy taxonomy, string? output, CancellationToken cancellationToken)
    {
        var model = labelled is null
            ? await TopicTraining.TrainBuiltInAsync(taxonomy, data!, Console.Error.WriteLine, cancellationToken)
            : await TopicTraining.TrainAsync(labelled, taxonomy, Console.Error.WriteLine, cancellationToken);
        var path = output ?? Path.Combine(ModelFolder, $"{taxonomy.Name}.model");
        await File.WriteAllBytesAsync(path, model, cancellationToken);
        await Console.Error.WriteLineAsync($"{path}: {model.Length} bytes");
        return ExitCode.Done;
    }
}
