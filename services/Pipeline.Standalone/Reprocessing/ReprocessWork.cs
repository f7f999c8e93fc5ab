using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.Standalone.Commands;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Reprocessing;

/// <summary>Works a run off in this process, or watches separate workers do it, with a bar; then says what it changed.</summary>
internal static class ReprocessWork
{
    /// <summary>Goes on with a run until it ends or is stopped.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> FollowAsync(GlobalSettings settings, ReprocessRun run, bool json, CancellationToken cancellationToken)
    {
        try
        {
            if (run.Shadow || PipelineHost.HasWorkers(settings))
            {
                using var client = await PipelineHost.CreateStagesAsync(settings, cancellationToken);
                return await FollowAsync(client.Services, settings, run, json, cancellationToken);
            }

            using var host = await PipelineHost.CreatePipelineAsync(settings, cancellationToken, PipelineScope.Reprocessing);
            return await host.WorkAsync(token => FollowAsync(host.Services, settings, run, json, token), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"Stopped. What was done is kept; go on with: runs resume {run.Id:D}");
            return ExitCode.Failed;
        }
    }

    private static async Task<int> FollowAsync(
        IServiceProvider services, GlobalSettings settings, ReprocessRun run, bool json, CancellationToken cancellationToken)
    {
        var screen = new Screen(settings.NoColor);
        var time = services.GetRequiredService<TimeProvider>();
        var (began, before) = (time.GetTimestamp(), run.Counts.Done);
        var (after, problem) = await screen.WithBarAsync((int)Math.Min(int.MaxValue, run.Counts.Total), async report =>
        {
            void Show(ReprocessRun now)
                => report((int)Math.Min(int.MaxValue, now.Counts.Done), ReprocessPace.Describe(now, before, time.GetElapsedTime(began)));

            return run.Shadow
                ? (await services.GetRequiredService<ShadowWork>().RunAsync(run, Show, cancellationToken), null)
                : await ActivatorUtilities.CreateInstance<ReprocessFollower>(services).WaitAsync(run, Show, cancellationToken);
        });

        if (json)
        {
            await JsonLines.WriteAsync(new[] { after }.ToAsyncEnumerable(), cancellationToken);
        }
        else
        {
            ReprocessReport.Write(screen, after);
        }

        if (problem is not null)
        {
            await Console.Error.WriteLineAsync(Screen.Safe($"run {run.Id:D}: {problem}"));
        }

        return problem is not null || after.Counts.Failed > 0 || after.State == ReprocessState.Failed ? ExitCode.Failed : ExitCode.Done;
    }
}
