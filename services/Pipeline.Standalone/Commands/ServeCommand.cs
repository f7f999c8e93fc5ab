using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Api.Hosting;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Scheduler;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.SourceWork;

namespace Pipeline.Standalone.Commands;

/// <summary><c>serve</c>: the whole pipeline in one process, with schedules, until it is stopped.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Run the whole pipeline with its schedules until Ctrl+C; a line for every run that ends.");
        command.SetAction((result, cancellationToken) => RunAsync(GlobalOptions.Read(result), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(GlobalSettings settings, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreatePipelineAsync(settings, cancellationToken, PipelineScope.Everything);
        return await host.WorkAsync(token => ServeAsync(host.Services, token), cancellationToken);
    }

    private static async Task<int> ServeAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            if (services.GetRequiredService<IOptions<SchedulerOptions>>().Value.ResumeAtStart)
            {
                await services.GetRequiredService<WaitingRuns>().ResumeAsync(sourceId: null, cancellationToken);
            }

            var sources = await services.GetRequiredService<SourceCatalogue>().ListAsync(cancellationToken);
            await Console.Out.WriteLineAsync(
                $"Ready: {sources.Count} sources, {sources.Count(source => source.Schedule is not null)} with a schedule. "
                + $"Data: {services.GetRequiredService<Deployment>().DataLocation}. {Api(services)}Ctrl+C stops.");
            await ActivatorUtilities.CreateInstance<RunNews>(services).WriteAsync(Console.Out, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // That is how it ends.
        }

        await Console.Out.WriteLineAsync("Stopped. What is unfinished goes on next time.");
        return ExitCode.Done;
    }

    private static string Api(IServiceProvider services)
        => services.GetRequiredService<ApiServer>().Addresses is { Count: > 0 } addresses ? $"API: {string.Join(", ", addresses)}. " : "";
}
