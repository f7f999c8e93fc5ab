using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Pipeline.Standalone;

/// <summary>The single process and its command line. Section <c>Standalone</c>.</summary>
public sealed class StandaloneOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Standalone";

    /// <summary>Where the embedded store keeps its files; <c>--data</c> overrides it. Default <c>data</c> below the current directory.</summary>
    [Required]
    public string DataDirectory { get; set; } = "data";

    /// <summary>How long <c>ingest</c> waits while nothing moves. 1 s to 1 h; default 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan StallTimeout { get; set; } = TimeSpan.FromSeconds(60);
}

[OptionsValidator]
internal sealed partial class StandaloneOptionsValidator : IValidateOptions<StandaloneOptions>;
