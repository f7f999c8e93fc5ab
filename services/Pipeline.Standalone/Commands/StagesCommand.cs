using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>stages</c>: which parts of the pipeline are paused, and how a person pauses them.</summary>
internal static class StagesCommand
{
    private const string All = "all";

    public static Command Create() => new("stages", "Pause a part of the pipeline, or all of it; what waits keeps waiting.")
    {
        CreateList(),
        CreatePause(),
        CreateResume(),
    };

    private static Command CreateList()
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object a line." };
        var command = new Command("list", "List the stages, and which are paused since when, by whom and why.") { json };
        command.SetAction(async (result, cancellationToken) =>
        {
            var settings = GlobalOptions.Read(result);
            using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
            var pauses = await host.Services.GetRequiredService<IPauseStore>().ListAsync(cancellationToken);
            if (result.GetValue(json))
            {
                await JsonLines.WriteAsync(StageTable.Lines(pauses).ToAsyncEnumerable(), cancellationToken);
            }
            else
            {
                StageTable.Write(new Screen(settings.NoColor), pauses);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreatePause()
    {
        var stage = Stage();
        var reason = new Option<string?>("--reason") { Description = "Why, for whoever finds it paused.", HelpName = "TEXT" };
        reason.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>()?.Length > StagePause.LongestReason)
            {
                result.AddError($"--reason: at most {StagePause.LongestReason} characters.");
            }
        });
        var command = new Command("pause", "Pause a stage: what is in hand is finished, the rest waits in its queue.") { stage, reason };
        command.SetAction((result, cancellationToken) => ForEachAsync(
            GlobalOptions.Read(result),
            result.GetRequiredValue(stage),
            (services, of) => PauseAsync(services, of, result.GetValue(reason), cancellationToken),
            cancellationToken));
        return command;
    }

    private static Command CreateResume()
    {
        var stage = Stage();
        var command = new Command("resume", "Let a paused stage go on.") { stage };
        command.SetAction((result, cancellationToken) => ForEachAsync(
            GlobalOptions.Read(result),
            result.GetRequiredValue(stage),
            async (services, of) => await services.GetRequiredService<IPauseStore>().ResumeAsync(of, cancellationToken)
                ? $"{StageTable.Word(of)} goes on."
                : $"{StageTable.Word(of)} was not paused.",
            cancellationToken));
        return command;
    }

    private static Argument<string> Stage()
    {
        var stage = new Argument<string>("stage") { Description = $"{string.Join(", ", Enum.GetValues<PipelineStage>().Select(StageTable.Word))} or {All}.", HelpName = "STAGE" };
        stage.AcceptOnlyFromAmong([.. Enum.GetValues<PipelineStage>().Select(StageTable.Word), All]);
        return stage;
    }

    private static async Task<int> ForEachAsync(
        GlobalSettings settings, string stage, Func<IServiceProvider, PipelineStage, Task<string>> act, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
        foreach (var one in Enum.GetValues<PipelineStage>().Where(one => stage == All || stage == StageTable.Word(one)))
        {
            await Console.Out.WriteLineAsync(Screen.Safe(await act(host.Services, one)));
        }

        return ExitCode.Done;
    }

    private static async Task<string> PauseAsync(IServiceProvider services, PipelineStage stage, string? reason, CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<IPauseStore>();
        var pause = new StagePause
        {
            Stage = stage,
            Since = services.GetRequiredService<TimeProvider>().GetStoredNow(),
            By = $"{Environment.UserName} at {Environment.MachineName}",
            Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
        };
        if (await store.PauseAsync(pause, cancellationToken))
        {
            return $"Paused {StageTable.Word(stage)}. Go on with: stages resume {StageTable.Word(stage)}";
        }

        var first = (await store.ListAsync(cancellationToken)).FirstOrDefault(other => other.Stage == stage);
        return first is null ? $"{StageTable.Word(stage)} was resumed just now; pause it again." : StageTable.Says(first);
    }
}
