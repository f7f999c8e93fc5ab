using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Sources;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>sources list</c>.</summary>
internal static class SourcesListCommand
{
    public static Command Create()
    {
        var options = new ListOptions();
        var command = new Command("list", "List sources: schedule, last run, newest covered day, how they stand.");
        options.AddTo(command);
        command.SetAction((result, cancellationToken) => RunAsync(
            GlobalOptions.Read(result), options.Limit(result), options.Json(result), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(GlobalSettings settings, int limit, bool json, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
        var overview = ActivatorUtilities.CreateInstance<SourceOverview>(host.Services);
        var lines = overview.ReadAsync(limit, cancellationToken);
        if (json)
        {
            await JsonLines.WriteAsync(lines, cancellationToken);
        }
        else
        {
            await SourceTable.WriteAsync(new Screen(settings.NoColor), lines, cancellationToken);
        }

        return ExitCode.Done;
    }
}
