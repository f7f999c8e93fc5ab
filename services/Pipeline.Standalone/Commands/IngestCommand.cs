using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Fetcher;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Ingestion;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>ingest</c>: a listing in, enriched papers out.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("input") { Description = "A file with a listing, its address on the web, or - for standard input.", HelpName = "FILE|URL" };
        var format = new Option<string?>("--format") { Description = "Read it as this format instead of detecting it.", HelpName = "NAME" };
        var json = new Option<bool>("--json") { Description = "Print one enriched paper a line as JSON." };
        var allowPrivate = new Option<bool>("--allow-private") { Description = "Fetch also from private and loopback hosts, and over http://." };
        var command = new Command("ingest", "Read a listing, extract claims and topics, store the papers.") { input, format, json, allowPrivate };
        command.SetAction((result, cancellationToken) => RunAsync(
            GlobalOptions.Read(result),
            new InputChoice(result.GetRequiredValue(input), result.GetValue(allowPrivate)),
            result.GetValue(format),
            result.GetValue(json),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(GlobalSettings settings, InputChoice choice, string? format, bool json, CancellationToken cancellationToken)
    {
        var screen = new Screen(settings.NoColor);
        var address = InputAddress.Read(choice);
        var file = address is null ? InputFile.Open(choice.Input) : null;
        using var host = await PipelineHost.CreatePipelineAsync(settings, cancellationToken);
        return await host.WorkAsync(
            async token =>
            {
                var input = file ?? await InputAddress.OpenAsync(host.Services.GetRequiredService<AddressFetch>(), address!, choice, token);
                return await IngestAsync(host.Services, screen, input, format, json, token);
            },
            cancellationToken);
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
