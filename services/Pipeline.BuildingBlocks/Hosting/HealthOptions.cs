using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Options;

namespace Pipeline.BuildingBlocks.Hosting;

/// <summary>The health endpoint of a worker. Section <c>Health</c>.</summary>
public sealed class HealthOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Health";

    /// <summary>TCP port of <c>/health/live</c> and <c>/health/ready</c>, on <see cref="Address"/>; 0 opens none. 0 to 65535; default 0.</summary>
    [Range(0, 65535)]
    public int Port { get; set; }

    /// <summary>IP address to listen on. Default <c>127.0.0.1</c>; <c>0.0.0.0</c> where an orchestrator asks from outside.</summary>
    [Required]
    public string Address { get; set; } = "127.0.0.1";

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
        => IPAddress.TryParse(Address, out _) ? [] : [new ValidationResult("It must be an IP address.", [nameof(Address)])];
}

[OptionsValidator]
internal sealed partial class HealthOptionsValidator : IValidateOptions<HealthOptions>;
