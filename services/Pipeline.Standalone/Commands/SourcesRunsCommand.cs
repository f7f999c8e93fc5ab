using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>sources runs</c>.</summary>
internal static class SourcesRunsCommand
{
    public static Command Create()
    {
        var options = new ListOptions();
        var source = new Argument<string?>("source") { Description = "Only this source's.", HelpName = "ID", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("runs", "List runs, the last created first.") { source };
        options.AddTo(command);
        command.SetAction((result, cancellationToken) => RunAsync(
            GlobalOptions.Read(result), result.GetValue(source), options.Limit(result), options.Json(result), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(GlobalSettings settings, string? sourceId, int limit, bool json, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
        var runs = await host.Services.GetRequiredService<IFetchRunStore>().ListAsync(sourceId, cause: null, after: null, limit, cancellationToken);
        if (json)
        {
            await JsonLines.WriteAsync(runs.ToAsyncEnumerable(), cancellationToken);
        }
        else
        {
            RunTable.Write(new Screen(settings.NoColor), runs);
        }

        return ExitCode.Done;
    }
}
