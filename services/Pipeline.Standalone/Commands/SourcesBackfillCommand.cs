using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Scheduler;
using Pipeline.Scheduler.Scheduling;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;
using Pipeline.Standalone.SourceWork;

namespace Pipeline.Standalone.Commands;

/// <summary><c>sources backfill</c>.</summary>
internal static class SourcesBackfillCommand
{
    public static Command Create()
    {
        var id = SourceArguments.Id();
        var from = SourceArguments.Day("--from", "First day.");
        var to = SourceArguments.Day("--to", "Last day; yesterday when left out.");
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would be asked for, and how long it takes." };
        var again = new Option<bool>("--again") { Description = "Ask for covered days, too." };
        var cancel = new Option<bool>("--cancel") { Description = "Stop this backfill; the same command without it goes on." };
        from.Required = true;
        var command = new Command("backfill", "Fetch the past of a source, day by day; stopped, the same command goes on.") { id, from, to, dryRun, again, cancel };
        command.SetAction((result, cancellationToken) => RunAsync(
            GlobalOptions.Read(result),
            result.GetRequiredValue(id),
            new Request(result.GetRequiredValue(from)!.Value, result.GetValue(to), result.GetValue(dryRun), result.GetValue(again), result.GetValue(cancel)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(GlobalSettings settings, string id, Request request, CancellationToken cancellationToken)
    {
        using var host = await CreateHostAsync(settings, request, cancellationToken);
        var services = host.Services;
        if (await SourceArguments.FindAsync(services, id, cancellationToken) is not { } source)
        {
            return ExitCode.Failed;
        }

        var today = source.DayOf(services.GetRequiredService<TimeProvider>().GetUtcNow());
        var window = new DayWindow(request.From, request.To ?? today.AddDays(-1));
        var fault = source.IsAskedByDay
            ? SourceArguments.Fault(window, today)
            : $"{id} cannot be asked by day: {source.Kind!.Value.Name()} shows what is new and has no past.";
        fault ??= !request.OnlyAsks && (await services.GetRequiredService<ISourceStore>().ListPausedAsync(cancellationToken)).ContainsKey(id)
            ? $"{id} is paused; let it go on first: sources resume {id}"
            : null;
        if (fault is not null)
        {
            await Console.Error.WriteLineAsync(Screen.Safe($"sources backfill: {fault}"));
            return ExitCode.Usage;
        }

        var backfills = services.GetRequiredService<SourceBackfills>();
        if (request.Cancel)
        {
            return await CancelAsync(backfills, source, window, cancellationToken);
        }

        if (request.DryRun)
        {
            BackfillReport.Write(new Screen(settings.NoColor), source, window, await backfills.EstimateAsync(source, window, request.Again, cancellationToken));
            return ExitCode.Done;
        }

        return services.GetRequiredService<Deployment>().Workers
            ? await FollowAsync(services, settings, source, window, request, cancellationToken)
            : await host.WorkAsync(token => FollowAsync(services, settings, source, window, request, token), cancellationToken);
    }

    // Separate workers need no bus of ours: the request is in the store, and their Scheduler works it off.
    private static Task<IHost> CreateHostAsync(GlobalSettings settings, Request request, CancellationToken cancellationToken)
        => request.OnlyAsks || PipelineHost.HasWorkers(settings)
            ? PipelineHost.CreateReaderAsync(settings, cancellationToken)
            : PipelineHost.CreatePipelineAsync(settings, cancellationToken, PipelineScope.Runs);

    private static async Task<int> FollowAsync(
        IServiceProvider services, GlobalSettings settings, SourceDefinition source, DayWindow window, Request request, CancellationToken cancellationToken)
    {
        if (!services.GetRequiredService<Deployment>().Workers)
        {
            await services.GetRequiredService<WaitingRuns>().ResumeAsync(source.Id, cancellationToken);
        }

        var backfill = await services.GetRequiredService<SourceBackfills>().RequestAsync(source, window, request.Again, cancellationToken);
        var follower = ActivatorUtilities.CreateInstance<BackfillFollower>(services);
        var screen = new Screen(settings.NoColor);
        var outcome = await screen.WithBarAsync(
            BackfillPace.Total(backfill), report => follower.WaitAsync(source, backfill, report, cancellationToken));
        await BackfillReport.WriteAsync(screen, source, outcome);
        return outcome.Failed ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task<int> CancelAsync(SourceBackfills backfills, SourceDefinition source, DayWindow window, CancellationToken cancellationToken)
    {
        var days = DayText.Of(window.From, window.To);
        if (await backfills.CancelAsync(source.Id, window, cancellationToken))
        {
            await Console.Out.WriteLineAsync($"Stopped the backfill of {source.Id}, {days}. The same command without --cancel goes on.");
            return ExitCode.Done;
        }

        await Console.Error.WriteLineAsync($"sources backfill: no backfill of {source.Id} for {days} is running.");
        return ExitCode.Failed;
    }

    private sealed record Request(DateOnly From, DateOnly? To, bool DryRun, bool Again, bool Cancel)
    {
        /// <summary>Whether nothing is fetched.</summary>
        public bool OnlyAsks => DryRun || Cancel;
    }
}
