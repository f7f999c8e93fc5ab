using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>sources pause</c> and <c>sources resume</c>.</summary>
internal static class SourcesPauseCommand
{
    public static Command CreatePause() => Create("pause", "Fetch a source no more until it is resumed; its schedule, runs and backfills wait.", PauseAsync);

    public static Command CreateResume() => Create("resume", "Let a paused source go on; what its schedule missed is caught up.", ResumeAsync);

    private static Command Create(string name, string description, Func<IServiceProvider, string, CancellationToken, Task<string>> action)
    {
        var id = SourceArguments.Id();
        var command = new Command(name, description) { id };
        command.SetAction((result, cancellationToken) => RunAsync(GlobalOptions.Read(result), result.GetRequiredValue(id), action, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        GlobalSettings settings, string id, Func<IServiceProvider, string, CancellationToken, Task<string>> action, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
        if (await SourceArguments.FindAsync(host.Services, id, cancellationToken) is null)
        {
            return ExitCode.Failed;
        }

        await Console.Out.WriteLineAsync(Screen.Safe(await action(host.Services, id, cancellationToken)));
        return ExitCode.Done;
    }

    private static async Task<string> PauseAsync(IServiceProvider services, string id, CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<ISourceStore>();
        if ((await store.ListPausedAsync(cancellationToken)).TryGetValue(id, out var since))
        {
            return $"{id} is paused since {DayText.Utc(since)}.";
        }

        await store.SetPausedAsync(id, services.GetRequiredService<TimeProvider>().GetStoredNow(), cancellationToken);
        return $"Paused {id}. What is being fetched now still ends; go on with: sources resume {id}";
    }

    private static async Task<string> ResumeAsync(IServiceProvider services, string id, CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<ISourceStore>();
        if (!(await store.ListPausedAsync(cancellationToken)).ContainsKey(id))
        {
            return $"{id} is not paused.";
        }

        await store.SetPausedAsync(id, since: null, cancellationToken);
        await services.GetRequiredService<Scheduler.WaitingRuns>().ReleaseAsync(id, cancellationToken);
        return $"{id} goes on.";
    }
}
