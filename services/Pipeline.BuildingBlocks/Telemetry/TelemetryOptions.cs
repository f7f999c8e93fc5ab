using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Pipeline.BuildingBlocks.Telemetry;

/// <summary>Where traces and metrics go. Section <c>Telemetry</c>.</summary>
public sealed class TelemetryOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Telemetry";

    /// <summary>
    /// Address of a collector that takes OTLP over HTTP, for example <c>http://collector:4318</c>; traces and metrics are sent to
    /// <c>/v1/traces</c> and <c>/v1/metrics</c> below it. Empty sends nothing; default empty.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Share of traces that are sent, 0 to 1; a paper's trace is sent by all workers or by none. Default 1.</summary>
    [Range(0.0, 1.0)]
    public double SampledShare { get; set; } = 1;

    /// <summary>Whether <c>/metrics</c> is served for Prometheus, on the port of <c>Health:Port</c>. Default true.</summary>
    public bool Prometheus { get; set; } = true;

    /// <summary>Pause between two looks at the store for the numbers that only it knows; the Scheduler takes them. 1 s to 1 h; default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan SampleEvery { get; set; } = TimeSpan.FromSeconds(15);

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
        => Endpoint is null or { IsAbsoluteUri: true, Scheme: "http" or "https" }
            ? []
            : [new ValidationResult("It must be an address that begins with http:// or https://.", [nameof(Endpoint)])];
}

[OptionsValidator]
internal sealed partial class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>;
