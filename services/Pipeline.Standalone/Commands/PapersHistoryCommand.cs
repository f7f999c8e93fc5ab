using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>papers history</c>: what befell a paper, stage by stage.</summary>
internal static class PapersHistoryCommand
{
    public static Command Create()
    {
        var key = PaperArgument.Create();
        var json = new Option<bool>("--json") { Description = "Print one JSON object a line." };
        var command = new Command("history", "Show every stage a paper went through: version, duration, attempt and trace; the newest last.") { key, json };
        command.SetAction((result, cancellationToken) => RunAsync(
            GlobalOptions.Read(result), result.GetRequiredValue(key), result.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(GlobalSettings settings, string key, bool json, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
        var entries = await host.Services.GetRequiredService<ITimelineStore>().FindAsync(PaperIdentity.Lookup(key), cancellationToken);
        if (entries is null)
        {
            return await PaperArgument.UnknownAsync(key);
        }

        var measured = PaperTimeline.Measure(entries);
        if (json)
        {
            await JsonLines.WriteAsync(measured.ToAsyncEnumerable(), cancellationToken);
        }
        else
        {
            TimelineTable.Write(new Screen(settings.NoColor), measured);
        }

        return ExitCode.Done;
    }
}
