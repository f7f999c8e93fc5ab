using System.CommandLine;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.Contracts;
using Pipeline.Standalone.Hosting;

namespace Pipeline.Standalone.Commands;

/// <summary><c>sources run</c>.</summary>
internal static class SourcesCommand
{
    public static Command Create() => new("sources", "Work with configured sources.") { CreateRun() };

    private static Command CreateRun()
    {
        var source = new Argument<string>("source") { Description = "Id of a source in the Fetcher's configuration.", HelpName = "ID" };
        var command = new Command("run", "Ask the Fetcher worker to fetch a source now.") { source };
        command.SetAction((result, cancellationToken) => RunAsync(GlobalOptions.Read(result), result.GetRequiredValue(source), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(GlobalSettings settings, string sourceId, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreatePipelineAsync(settings, cancellationToken);
        if (!host.Services.GetRequiredService<Deployment>().Workers)
        {
            await Console.Error.WriteLineAsync("sources run: needs separate workers; set Broker:Address and Mongo:ConnectionString, or use ingest.");
            return ExitCode.Usage;
        }

        await host.StartAsync(cancellationToken);
        var command = new FetchSource { RunId = NewId.NextGuid(), SourceId = sourceId };
        await host.Services.GetRequiredService<IBus>().PublishCommandAsync(command, cancellationToken);
        await Console.Out.WriteLineAsync($"Asked the Fetcher to fetch {sourceId}.");
        await host.StopAsync(CancellationToken.None);
        return ExitCode.Done;
    }
}
