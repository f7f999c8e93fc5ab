using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.Standalone.Commands;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.DeadLetterWork;

/// <summary>Works a replay off in this process, or watches separate workers do it; then says how the messages fared.</summary>
internal static class ReplayWork
{
    /// <summary>Waits for the messages that were asked to be replayed. Killed in between, the next process goes on with them.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> FollowAsync(GlobalSettings settings, IReadOnlyCollection<Guid> asked, bool json, CancellationToken cancellationToken)
    {
        if (asked.Count == 0)
        {
            await Console.Out.WriteLineAsync("Nothing to replay.");
            return ExitCode.Done;
        }

        try
        {
            if (PipelineHost.HasWorkers(settings))
            {
                using var client = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
                return await FollowAsync(client.Services, settings, asked, json, cancellationToken);
            }

            using var host = await PipelineHost.CreatePipelineAsync(settings, cancellationToken);
            return await host.WorkAsync(token => FollowAsync(host.Services, settings, asked, json, token), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped. The replay is kept and goes on when the pipeline runs; see: deadletters list --waiting");
            return ExitCode.Failed;
        }
    }

    private static async Task<int> FollowAsync(
        IServiceProvider services, GlobalSettings settings, IReadOnlyCollection<Guid> asked, bool json, CancellationToken cancellationToken)
    {
        var screen = new Screen(settings.NoColor);
        var outcome = await screen.WithBarAsync(
            asked.Count,
            report => ActivatorUtilities.CreateInstance<ReplayFollower>(services)
                .WaitAsync(asked, done => report(done, $"{done} of {asked.Count} messages"), cancellationToken));
        if (json)
        {
            await JsonLines.WriteAsync(outcome.All.Select(FailureRow.Of).ToAsyncEnumerable(), cancellationToken);
        }
        else
        {
            screen.WriteLine(outcome.Describe());
        }

        foreach (var failure in outcome.All.Where(failure => failure.State != FailureState.Replayed))
        {
            await Console.Error.WriteLineAsync(Screen.Safe($"{failure.Id:D}: {FailureLine.Word(failure.State)}: {failure.Reason}"));
        }

        return outcome.All.All(failure => failure.State == FailureState.Replayed) ? ExitCode.Done : ExitCode.Failed;
    }
}
