using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Parser.Parsing;
using Pipeline.Scheduler.Scheduling;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>sources add</c>.</summary>
internal static class SourcesAddCommand
{
    public static Command Create()
    {
        var options = new SourceDescription();
        var command = new Command("add", "Add a source to the store, or change one that was added before.") { options.Id };
        options.AddTo(command);
        command.SetAction((result, cancellationToken) => RunAsync(GlobalOptions.Read(result), options.Read(result), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(GlobalSettings settings, SourceDefinition given, CancellationToken cancellationToken)
    {
        using var host = await PipelineHost.CreateReaderAsync(settings, cancellationToken);
        var source = Locate(given, host.Services.GetRequiredService<Deployment>());
        if (host.Services.GetRequiredService<SourceCatalogue>().IsConfigured(source.Id))
        {
            return await RefuseAsync([$"{source.Id}: stands in the configuration, which wins; change Sources:{source.Id} there."]);
        }

        var faults = Check(source).Select(AsOption).ToList();
        if (faults.Count > 0)
        {
            return await RefuseAsync(faults);
        }

        var store = host.Services.GetRequiredService<ISourceStore>();
        var known = (await store.ListAsync(cancellationToken)).Any(stored => stored.Id == source.Id);
        await store.SaveAsync(source, cancellationToken);
        var next = SourceSchedule.Read(source)?.Next(host.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        await Console.Out.WriteLineAsync($"{(known ? "Changed" : "Added")} {source.Id}. " + (next is { } at
            ? $"Due first at {DayText.Local(at, source.TimeZone)} while the pipeline runs: serve"
            : $"It has no schedule: sources run {source.Id}"));
        return ExitCode.Done;
    }

    private static IEnumerable<string> Check(SourceDefinition source)
    {
        foreach (var fault in SourceRules.Check(source))
        {
            yield return fault;
        }

        if (SourceSchedule.Check(source) is { } schedule && schedule.StartsWith(nameof(source.Schedule), StringComparison.Ordinal))
        {
            yield return schedule;
        }

        var formats = new ListingReader().Formats.ToList();
        if (source.Format is { } format && !formats.Contains(format, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"Format: no such format; known are {string.Join(", ", formats)}.";
        }
    }

    // The folder of a single process is meant as seen from here; that of separate workers, as seen from the Fetcher.
    private static SourceDefinition Locate(SourceDefinition source, Deployment deployment)
        => source.Directory is { Length: > 0 } directory && !deployment.Workers ? source with { Directory = Path.GetFullPath(directory) } : source;

    // A person at the command line knows the key as an option.
    private static string AsOption(string fault)
    {
        var key = fault.Split(':')[0];
        var option = key == nameof(SourceDefinition.SkipDays) ? "skip-day" : JsonNamingPolicy.KebabCaseLower.ConvertName(key);
        return typeof(SourceDefinition).GetProperty(key) is null ? fault : $"--{option}{fault[key.Length..]}";
    }

    private static async Task<int> RefuseAsync(IEnumerable<string> faults)
    {
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync(Screen.Safe($"sources add: {fault}"));
        }

        return ExitCode.Usage;
    }
}
