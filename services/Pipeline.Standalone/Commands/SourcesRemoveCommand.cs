using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>sources remove</c>.</summary>
internal static class SourcesRemoveCommand
{
    public static Command Create()
    {
        var id = SourceArguments.Id();
        var command = new Command("remove", "Remove a source from the store; its papers stay.") { id };
        command.SetAction((result, cancellationToken) => RunAsync(GlobalOptions.Read(result), result.GetRequiredValue(id), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(GlobalSettings settings, string id, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
        if (host.Services.GetRequiredService<SourceCatalogue>().IsConfigured(id))
        {
            await Console.Error.WriteLineAsync(Screen.Safe($"sources remove: {id}: stands in the configuration; remove Sources:{id} there."));
            return ExitCode.Usage;
        }

        if (!await host.Services.GetRequiredService<ISourceStore>().RemoveAsync(id, cancellationToken))
        {
            await Console.Error.WriteLineAsync(Screen.Safe($"{id}: no source has this id. See: sources list"));
            return ExitCode.Failed;
        }

        await Console.Out.WriteLineAsync(Screen.Safe($"Removed {id}. Its listings and papers stay."));
        return ExitCode.Done;
    }
}
