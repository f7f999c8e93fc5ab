using System.CommandLine;
using Pipeline.Learning.Evaluation;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>eval claims</c>.</summary>
internal static class EvalClaimsCommand
{
    public static Command Create()
    {
        var command = new Command("claims", "Measure claims, their types and main claims, against abstracts that people labelled.");
        var options = new EvalOptions(command);
        command.SetAction((result, cancellationToken) => RunAsync(
            new Screen(GlobalOptions.Read(result).NoColor), options.Gold(result), options.Input(result), options.Json(result), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, string[] files, EvaluationInput input, bool json, CancellationToken cancellationToken)
    {
        var lines = new List<ClaimScoreLine>();
        foreach (var file in files)
        {
            lines.Add(ClaimScoreLine.Of(file, await ClaimEvaluation.RunAsync(file, input, cancellationToken)));
        }

        if (json)
        {
            await JsonLines.WriteAsync(lines.ToAsyncEnumerable(), cancellationToken);
        }
        else
        {
            ClaimScoreTable.Write(screen, lines);
        }

        return ExitCode.Done;
    }
}
