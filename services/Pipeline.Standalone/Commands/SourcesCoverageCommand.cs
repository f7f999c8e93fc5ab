using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Scheduler.Scheduling;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>sources coverage</c>.</summary>
internal static class SourcesCoverageCommand
{
    private const int UsualDays = 30;

    public static Command Create()
    {
        var id = SourceArguments.Id();
        var from = SourceArguments.Day("--from", $"First day; {UsualDays} days before the last one when left out.");
        var to = SourceArguments.Day("--to", "Last day; today when left out.");
        var json = new Option<bool>("--json") { Description = "Print one JSON object a day." };
        var command = new Command("coverage", "Show which days of a source are in the store. Exit code 1 when one is uncovered.") { id, from, to, json };
        command.SetAction((result, cancellationToken) => RunAsync(
            GlobalOptions.Read(result), result.GetRequiredValue(id), result.GetValue(from), result.GetValue(to), result.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        GlobalSettings settings, string id, DateOnly? from, DateOnly? to, bool json, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
        if (await SourceArguments.FindAsync(host.Services, id, cancellationToken) is not { } source)
        {
            return ExitCode.Failed;
        }

        var today = source.DayOf(host.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        var last = to ?? today;
        var window = new DayWindow(from ?? last.AddDays(1 - UsualDays), last);
        var fault = source.Kind == SourceKind.Directory
            ? $"{id} is a directory, which has no days; see: sources runs {id}"
            : SourceArguments.Fault(window, today);
        if (fault is not null)
        {
            await Console.Error.WriteLineAsync(Screen.Safe($"sources coverage: {fault}"));
            return ExitCode.Usage;
        }

        var days = await host.Services.GetRequiredService<CoverageReader>().ReadAsync(source, window.From, window.To, cancellationToken);
        if (json)
        {
            await JsonLines.WriteAsync(days.ToAsyncEnumerable(), cancellationToken);
        }
        else
        {
            CoverageCalendar.Write(new Screen(settings.NoColor), source, days);
        }

        return days.Any(day => day.State == DayState.Uncovered) ? ExitCode.Failed : ExitCode.Done;
    }
}
