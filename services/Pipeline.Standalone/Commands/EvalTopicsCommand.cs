using System.CommandLine;
using Pipeline.Learning.Topics;
using Pipeline.Standalone.Output;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Standalone.Commands;

/// <summary><c>eval topics</c>: topics against labels.</summary>
internal static class EvalTopicsCommand
{
    public static Command Create()
    {
        var gold = new Option<string>("--gold") { Description = "Labels: JSON Lines of id, title, abstract and labels. May end in .gz.", HelpName = "FILE", Required = true };
        var taxonomy = TaxonomyOption.Create();
        var taxonomyFile = new Option<string?>("--taxonomy-file") { Description = "A taxonomy of one's own instead.", HelpName = "FILE" };
        var model = new Option<string?>("--model") { Description = "A model of one's own instead of the built-in one.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "One JSON object instead of tables." };
        var errors = new Option<int>("--errors") { Description = "Errors to list at most.", HelpName = "N", DefaultValueFactory = _ => 0 };
        var command = new Command("topics", "Measure the topics of papers.") { gold, taxonomy, taxonomyFile, model, json, errors };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetRequiredValue(gold),
            TopicChoice.ReadTaxonomy(result.GetRequiredValue(taxonomy), result.GetValue(taxonomyFile)),
            result.GetValue(model),
            line => TopicScoreReport.Write(new Screen(GlobalOptions.Read(result).NoColor), line, result.GetValue(json)),
            result.GetValue(errors),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string gold, Taxonomy taxonomy, string? modelFile, Action<TopicScoreLine> write, int errors, CancellationToken cancellationToken)
    {
        var model = TopicChoice.ReadModel(taxonomy, modelFile);
        var papers = await TopicGold.ReadAsync(gold, taxonomy, cancellationToken);
        var analyzer = new TopicAnalyzer(taxonomy, null, model);
        write(TopicScoreLine.Of(gold, analyzer.Version, TopicEvaluation.Of(analyzer, model?.Labels ?? [], papers), model, errors));
        return ExitCode.Done;
    }
}
