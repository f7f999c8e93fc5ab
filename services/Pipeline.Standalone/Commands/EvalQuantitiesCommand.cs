using System.CommandLine;
using Pipeline.ClaimExtractor.Extraction;
using Pipeline.Learning.Quantities;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>eval quantities</c>: found numbers against labelled ones.</summary>
internal static class EvalQuantitiesCommand
{
    public static Command Create()
    {
        var gold = new Option<string>("--gold") { Description = "Labelled quantities, JSON Lines.", HelpName = "FILE", Required = true };
        var texts = new Option<string?>("--texts") { Description = "Abstracts of labels that hold none, JSON Lines or gzip.", HelpName = "FILE" };
        var half = new Option<QuantityHalf>("--half") { Description = "Only the texts that are trained on, or only the others." };
        var json = new Option<bool>("--json") { Description = "Scores as one JSON object." };
        var errors = new Option<int>("--errors") { Description = "How many errors of each kind to show.", HelpName = "N" };
        var command = new Command("quantities", "Numbers, and what they are about.") { gold, texts, half, json, errors };
        command.SetAction((result, cancellationToken) => EvalAsync(
            result.GetRequiredValue(gold), result.GetValue(texts), result.GetValue(half), result.GetValue(json), result.GetValue(errors), new(GlobalOptions.Read(result).NoColor), cancellationToken));
        return command;
    }

    private static async Task<int> EvalAsync(string goldPath, string? textsPath, QuantityHalf half, bool json, int errors, Screen screen, CancellationToken cancellationToken)
    {
        var gold = QuantityHalves.Take(await QuantityGold.ReadAsync(goldPath, textsPath, cancellationToken), half);
        var analyzer = new ClaimAnalyzer();
        var scores = new QuantityScores();
        var wrong = new List<QuantityError>();
        foreach (var text in gold)
        {
            var found = analyzer.Analyze(text.Id, "", text.Text).Quantities;
            scores = scores.Plus(QuantityScores.Of(text, found));
            wrong.AddRange(QuantityErrors.Of(text, found));
        }

        await using var output = Console.OpenStandardOutput();
        if (json)
        {
            JsonLines.Write(output, scores);
            return ExitCode.Done;
        }

        QuantityReport.Write(screen, gold.Count, scores);
        foreach (var error in wrong.GroupBy(error => error.Kind).SelectMany(kind => kind.Take(errors)))
        {
            screen.WriteLine(Screen.Safe($"{error.Kind}  {error.Id}  {error.Context}  {error.Detail}"));
        }

        return ExitCode.Done;
    }
}
