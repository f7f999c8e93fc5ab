using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Ingestion;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>ingest</c>: a listing in, enriched papers out.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("input") { Description = "A file with a listing, or - for standard input.", HelpName = "FILE" };
        var format = new Option<string?>("--format") { Description = "Read it as this format instead of detecting it.", HelpName = "NAME" };
        var json = new Option<bool>("--json") { Description = "Print one enriched paper a line as JSON." };
        var command = new Command("ingest", "Read a listing, extract claims and topics, store the papers.") { input, format, json };
        command.SetAction((result, cancellationToken) => RunAsync(
            GlobalOptions.Read(result), result.GetRequiredValue(input), result.GetValue(format), result.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(GlobalSettings settings, string path, string? format, bool json, CancellationToken cancellationToken)
    {
        var screen = new Screen(settings.NoColor);
        var input = InputFile.Open(path);
        using var host = await PipelineHost.CreatePipelineAsync(settings, cancellationToken);
        return await host.WorkAsync(token => IngestAsync(host.Services, screen, input, format, json, token), cancellationToken);
    }

    private static async Task<int> IngestAsync(
        IServiceProvider services, Screen screen, InputContent input, string? format, bool json, CancellationToken cancellationToken)
    {
        var outcome = await screen.WithProgressAsync(
            $"Ingesting {input.Name}", report => services.GetRequiredService<IngestRun>().RunAsync(input, format, report, cancellationToken));
        var report = new IngestReport(screen, services.GetRequiredService<Deployment>(), services.GetRequiredService<IPaperStore>());
        await report.WriteAsync(outcome, json, cancellationToken);
        return outcome.Failed ? ExitCode.Failed : ExitCode.Done;
    }
}
