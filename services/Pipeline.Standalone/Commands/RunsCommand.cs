using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.Scheduler;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;
using Pipeline.Standalone.Reprocessing;

namespace Pipeline.Standalone.Commands;

/// <summary><c>runs</c>: reprocess runs, what they changed, and how they are stopped.</summary>
internal static class RunsCommand
{
    public static Command Create() => new("runs", "Runs that do papers again: how they stand, what they changed, pause and resume.")
    {
        CreateList(),
        CreateShow(),
        CreateChange("pause", "Stop a run for a while; papers on their way are still done.", (runs, id, token) => runs.PauseAsync(id, token)),
        CreateResume(),
        CreateChange("cancel", "Stop a run for good; what it did is kept.", (runs, id, token) => runs.CancelAsync(id, token)),
    };

    private static Command CreateList()
    {
        var options = new ListOptions();
        var command = new Command("list", "List runs, the last created first.");
        options.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var settings = GlobalOptions.Read(result);
            using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
            var runs = await host.Services.GetRequiredService<IReprocessStore>().ListAsync(after: null, options.Limit(result), cancellationToken);
            if (options.Json(result))
            {
                await JsonLines.WriteAsync(runs.ToAsyncEnumerable(), cancellationToken);
            }
            else
            {
                ReprocessReport.Write(new Screen(settings.NoColor), runs);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreateShow()
    {
        var id = Id();
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("show", "Show a run and what it changed, by type or topic, with examples.") { id, json };
        command.SetAction(async (result, cancellationToken) =>
        {
            var settings = GlobalOptions.Read(result);
            using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
            if (await FindAsync(host.Services, result.GetRequiredValue(id), cancellationToken) is not { } run)
            {
                return ExitCode.Failed;
            }

            if (result.GetValue(json))
            {
                await JsonLines.WriteAsync(new[] { run }.ToAsyncEnumerable(), cancellationToken);
            }
            else
            {
                ReprocessReport.Write(new Screen(settings.NoColor), run);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreateChange(
        string name, string description, Func<ReprocessRuns, Guid, CancellationToken, Task<ReprocessRun?>> change)
    {
        var id = Id();
        var command = new Command(name, description) { id };
        command.SetAction(async (result, cancellationToken) =>
            await ChangeAsync(GlobalOptions.Read(result), result.GetRequiredValue(id), change, cancellationToken) is { } run
                ? await SayAsync(run)
                : ExitCode.Failed);
        return command;
    }

    private static Command CreateResume()
    {
        var id = Id();
        var json = new Option<bool>("--json") { Description = "Print the run as one JSON object." };
        var command = new Command("resume", "Go on with a run that was paused, or whose process has ended.") { id, json };
        command.SetAction(async (result, cancellationToken) =>
        {
            var settings = GlobalOptions.Read(result);
            var run = await ChangeAsync(settings, result.GetRequiredValue(id), (runs, key, token) => runs.ResumeAsync(key, token), cancellationToken);
            return run switch
            {
                null => ExitCode.Failed,
                { HasEnded: true } => await SayAsync(run),
                _ => await ReprocessWork.FollowAsync(settings, run, result.GetValue(json), cancellationToken),
            };
        });
        return command;
    }

    private static Argument<Guid> Id() => new("run") { Description = "Id of a run; see: runs list.", HelpName = "ID" };

    private static async Task<ReprocessRun?> ChangeAsync(
        GlobalSettings settings, Guid id, Func<ReprocessRuns, Guid, CancellationToken, Task<ReprocessRun?>> change, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
        return await FindAsync(host.Services, id, cancellationToken) is null
            ? null
            : await change(host.Services.GetRequiredService<ReprocessRuns>(), id, cancellationToken);
    }

    private static async Task<ReprocessRun?> FindAsync(IServiceProvider services, Guid id, CancellationToken cancellationToken)
    {
        var run = await services.GetRequiredService<IReprocessStore>().FindAsync(id, cancellationToken);
        if (run is null)
        {
            await Console.Error.WriteLineAsync($"{id:D}: no run has this id. See: runs list");
        }

        return run;
    }

    private static async Task<int> SayAsync(ReprocessRun run)
    {
        await Console.Out.WriteLineAsync($"{run.Id:D}: {run.State.ToString().ToLowerInvariant()}, {run.Counts.Done} of {run.Counts.Total} papers done.");
        return ExitCode.Done;
    }
}
