using System.CommandLine;
using Pipeline.Learning.Evaluation;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>eval roles</c>.</summary>
internal static class EvalRolesCommand
{
    public static Command Create()
    {
        var command = new Command("roles", "Measure the roles of sentences, against abstracts that people labelled.");
        var options = new EvalOptions(command);
        command.SetAction((result, cancellationToken) => RunAsync(
            new Screen(GlobalOptions.Read(result).NoColor), options.Gold(result), options.Input(result), options.Json(result), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, string[] files, EvaluationInput input, bool json, CancellationToken cancellationToken)
    {
        var lines = new List<RoleScoreLine>();
        foreach (var file in files)
        {
            lines.Add(RoleScoreLine.Of(file, await RoleEvaluation.RunAsync(file, input, cancellationToken)));
        }

        if (json)
        {
            await JsonLines.WriteAsync(lines.ToAsyncEnumerable(), cancellationToken);
        }
        else
        {
            RoleScoreTable.Write(screen, lines);
        }

        return ExitCode.Done;
    }
}
