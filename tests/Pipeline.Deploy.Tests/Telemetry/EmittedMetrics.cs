using System.Diagnostics.Metrics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Telemetry;

namespace Pipeline.Deploy.Tests.Telemetry;

/// <summary>What a worker serves under <c>/metrics</c> when every instrument of ours has been used once.</summary>
internal sealed partial class EmittedMetrics : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EmittedMetrics(WebApplication app) => _app = app;

    /// <summary>Names of samples as Prometheus sees them, each with its labels.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlySet<string>>> ReadAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddPipelineTelemetry(builder.Configuration, "test", serves: true);
        await using var emitted = new EmittedMetrics(builder.Build());
        emitted._app.UseOpenTelemetryPrometheusScrapingEndpoint(
            emitted._app.Services.GetRequiredService<MeterProvider>(), predicate: null, "/metrics", configureBranchedPipeline: null, optionsName: null);
        await emitted._app.StartAsync(cancellationToken);

        UseEveryInstrument();
        return Parse(await emitted.ScrapeAsync(cancellationToken));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Reads the text form of Prometheus.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Parse(string text)
        => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => Sample().Match(line))
            .GroupBy(sample => sample.Groups["name"].Value, StringComparer.Ordinal)
            .ToDictionary(
                samples => samples.Key,
                IReadOnlySet<string> (samples) => samples.SelectMany(sample => Label().Matches(sample.Groups["labels"].Value))
                    .Select(label => label.Groups["name"].Value).ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal);

    private static void UseEveryInstrument()
    {
        PipelineMeter.CountFetched("daily");
        PipelineMeter.CountParsed("daily", whole: true, 1, 1, 1, 1);
        PipelineMeter.RecordStage(StageNames.Claims, TimeSpan.FromMilliseconds(1));
        PipelineMeter.RecordEnriched(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1));
        PipelineMeter.CountFailure("extract-claims", dead: true);
        PipelineMeter.CountWebhook(delivered: true);
        PipelineMeter.CountDisabled();
        PipelineMeter.OfferWebhookLag(1);
        PipelineMeter.CountMail("tls");
        PipelineMeter.OfferOldestDue(TimeSpan.FromMinutes(1));
        PipelineMeter.Offer(new(
            [new Measurement<long>(1, KeyValuePair.Create<string, object?>(InstrumentNames.Stage, StageNames.Claims))],
            [new Measurement<double>(1, KeyValuePair.Create<string, object?>(InstrumentNames.Stage, StageNames.Claims))],
            [new Measurement<double>(1, KeyValuePair.Create<string, object?>(InstrumentNames.Source, "daily"))],
            [
                new Measurement<long>(
                    1, KeyValuePair.Create<string, object?>(InstrumentNames.Queue, "extract-claims"), KeyValuePair.Create<string, object?>(InstrumentNames.Outcome, InstrumentNames.Dead)),
            ]));
    }

    private async Task<string> ScrapeAsync(CancellationToken cancellationToken)
    {
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri($"{address}/metrics"), cancellationToken);
    }

    [GeneratedRegex(@"^(?<name>[A-Za-z_:][\w:]*)(\{(?<labels>.*)\})? ", RegexOptions.ExplicitCapture)]
    private static partial Regex Sample();

    [GeneratedRegex("""(?<name>[A-Za-z_]\w*)="([^"\\]|\\.)*",?""", RegexOptions.ExplicitCapture)]
    private static partial Regex Label();
}
