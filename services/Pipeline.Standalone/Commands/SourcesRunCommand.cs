using System.CommandLine;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Scheduler;
using Pipeline.Scheduler.Scheduling;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;
using Pipeline.Standalone.SourceWork;

namespace Pipeline.Standalone.Commands;

/// <summary><c>sources run</c>.</summary>
internal static class SourcesRunCommand
{
    public static Command Create()
    {
        var id = SourceArguments.Id();
        var from = SourceArguments.Day("--from", "First day; when left out, what a scheduled run would ask for.");
        var to = SourceArguments.Day("--to", "Last day; the same as the first when left out.");
        var wait = new Option<bool>("--wait") { Description = "With separate workers: wait for its papers. One process always does." };
        var command = new Command("run", "Fetch a source now.") { id, from, to, wait };
        command.SetAction((result, cancellationToken) => RunAsync(
            GlobalOptions.Read(result),
            result.GetRequiredValue(id),
            result.GetValue(from),
            result.GetValue(to),
            result.GetValue(wait),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        GlobalSettings settings, string id, DateOnly? from, DateOnly? to, bool wait, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreatePipelineAsync(settings, cancellationToken, PipelineScope.Runs);
        if (await SourceArguments.FindAsync(host.Services, id, cancellationToken) is not { } source)
        {
            return ExitCode.Failed;
        }

        DayWindow? window = (from ?? to) is null ? null : new DayWindow(from ?? to!.Value, to ?? from!.Value);
        if (await FaultAsync(host.Services, source, window, cancellationToken) is { } fault)
        {
            await Console.Error.WriteLineAsync(Screen.Safe($"sources run: {fault}"));
            return ExitCode.Usage;
        }

        return await host.WorkAsync(token => StartAsync(host.Services, settings, source, window, wait, token), cancellationToken);
    }

    private static async Task<int> StartAsync(
        IServiceProvider services, GlobalSettings settings, SourceDefinition source, DayWindow? window, bool wait, CancellationToken cancellationToken)
    {
        var workers = services.GetRequiredService<Deployment>().Workers;
        services.GetRequiredService<IBus>().ConnectPublishObserver(services.GetRequiredService<ListingTracker>());
        if (!workers)
        {
            await services.GetRequiredService<WaitingRuns>().ResumeAsync(source.Id, cancellationToken);
        }

        var run = await services.GetRequiredService<SourceRuns>().StartAsync(source, window, cancellationToken);
        if (workers && !wait)
        {
            await Console.Out.WriteLineAsync($"Asked the Fetcher to fetch {source.Id}. See: sources runs {source.Id}");
            return ExitCode.Done;
        }

        var screen = new Screen(settings.NoColor);
        var outcome = await screen.WithStatusAsync(
            $"Fetching {source.Id}", report => services.GetRequiredService<RunFollower>().WaitAsync(source, run, report, cancellationToken));
        await RunReport.WriteAsync(screen, outcome);
        return outcome.Failed ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task<string?> FaultAsync(
        IServiceProvider services, SourceDefinition source, DayWindow? window, CancellationToken cancellationToken)
    {
        if ((await services.GetRequiredService<ISourceStore>().ListPausedAsync(cancellationToken)).ContainsKey(source.Id))
        {
            return $"{source.Id} is paused; let it go on first: sources resume {source.Id}";
        }

        if (window is null)
        {
            return null;
        }

        return source.IsAskedByDay
            ? SourceArguments.Fault(window, source.DayOf(services.GetRequiredService<TimeProvider>().GetUtcNow()))
            : $"--from and --to: {source.Id} cannot be asked by day; it shows what is new.";
    }
}
