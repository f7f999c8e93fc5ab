using System.CommandLine;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.Parser.Reparsing;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Ingestion;
using Pipeline.Standalone.Output;
using Pipeline.Standalone.Reparsing;

namespace Pipeline.Standalone.Commands;

/// <summary><c>reparse</c>: the archive read again, and what that changes.</summary>
internal static class ReparseCommand
{
    public static Command Create()
    {
        var source = new Option<string?>("--source") { Description = "Only listings of this source.", HelpName = "ID" };
        var from = new DayOption("--from", "Only listings obtained on this day (UTC) or later.");
        var to = new DayOption("--to", "Only listings obtained on this day (UTC) or earlier.");
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would change, and write nothing." };
        var json = new Option<bool>("--json") { Description = "Print one changed or failed listing a line as JSON, then the totals." };
        var command = new Command("reparse", "Read the archived listings again, without the network, and show what changes.") { source, dryRun, json };
        from.AddTo(command);
        to.AddTo(command);
        command.Validators.Add(result =>
        {
            if (from.Value(result) is { } first && to.Value(result) is { } last && last < first)
            {
                result.AddError("--to: is before --from.");
            }
        });
        command.SetAction((result, cancellationToken) => RunAsync(
            GlobalOptions.Read(result),
            result.GetValue(source),
            from.Value(result),
            to.Value(result),
            result.GetValue(dryRun),
            result.GetValue(json),
            cancellationToken));
        return command;
    }

    private static DateTimeOffset? Midnight(DateOnly? day) => day is { } value ? new(value, TimeOnly.MinValue, TimeSpan.Zero) : null;

    /// <summary>Reads listings again.</summary>
    /// <param name="settings">Options that every verb takes.</param>
    /// <param name="sourceId">Only listings of this source; null takes all.</param>
    /// <param name="from">Only listings obtained on this day or later.</param>
    /// <param name="to">Only listings obtained on this day or earlier.</param>
    /// <param name="dryRun">Whether nothing is written.</param>
    /// <param name="json">Whether to print JSON.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<int> RunAsync(
        GlobalSettings settings, string? sourceId, DateOnly? from, DateOnly? to, bool dryRun, bool json, CancellationToken cancellationToken)
    {
        var query = new ListingQuery { SourceId = sourceId, From = Midnight(from), Before = Midnight(to?.AddDays(1)) };
        using var host = dryRun
            ? await PipelineHost.CreateParserAsync(settings, cancellationToken)
            : await PipelineHost.CreatePipelineAsync(settings, cancellationToken);
        return dryRun
            ? await RunAsync(host, settings, query, bus: null, json, cancellationToken)
            : await host.WorkAsync(token => RunAsync(host, settings, query, host.Services.GetRequiredService<IBus>(), json, token), cancellationToken);
    }

    private static async Task<int> RunAsync(
        IHost host, GlobalSettings settings, ListingQuery query, IBus? bus, bool json, CancellationToken cancellationToken)
    {
        var deployment = host.Services.GetRequiredService<Deployment>();
        var screen = new Screen(settings.NoColor);
        var report = new ReparseReport(screen, deployment.DataLocation, dryRun: bus is null);
        await using var lines = json ? new BufferedStream(Console.OpenStandardOutput()) : Stream.Null;
        var changed = new List<string>();
        var (totals, problem) = await screen.WithStatusAsync("Reading the archive again", async status =>
        {
            var run = host.Services.GetRequiredService<ReparseRun>();
            var totals = await run.RunAsync(query, bus, read => TakeAsync(read, report, lines, changed), status, cancellationToken);
            return (totals, await WaitAsync(host, bus, changed, status, cancellationToken));
        });

        if (json)
        {
            JsonLines.Write(lines, new { Totals = totals });
        }
        else
        {
            report.Write(totals);
        }

        if (problem is not null)
        {
            await Console.Error.WriteLineAsync(Screen.Safe(problem));
        }

        return totals.Failed > 0 || problem is not null ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task TakeAsync(ReparsedListing read, ReparseReport report, Stream lines, List<string> changed)
    {
        report.Add(read);
        if (read.End == ReparseEnd.Changed)
        {
            changed.Add(read.Listing.Id);
        }

        if (read.End is ReparseEnd.Changed or ReparseEnd.Failed)
        {
            JsonLines.Write(lines, ReparseLine.From(read));
        }

        if (read.Failure is { } failure)
        {
            await Console.Error.WriteLineAsync(Screen.Safe($"{read.Listing.Name} (listing {read.Listing.Id}): {failure}"));
        }
    }

    // Separate workers enrich what was announced whenever they run; this process would end before its own stages are done.
    private static async Task<string?> WaitAsync(
        IHost host, IBus? bus, List<string> changed, Action<string> status, CancellationToken cancellationToken)
        => bus is null || host.Services.GetRequiredService<Deployment>().Workers
            ? null
            : await host.Services.GetRequiredService<EnrichmentWait>()
                .RunAsync(changed, pending => status($"{pending} papers being enriched"), cancellationToken);
}
