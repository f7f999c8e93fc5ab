using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Pipeline.BuildingBlocks.Pausing;

/// <summary>How quickly a pause is seen. Section <c>Pausing</c>.</summary>
public sealed class PauseOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Pausing";

    /// <summary>Time between two looks at what is paused. 100 ms to 1 min; default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(2);
}

[OptionsValidator]
internal sealed partial class PauseOptionsValidator : IValidateOptions<PauseOptions>;
