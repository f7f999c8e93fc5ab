using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Pipeline.PoisonedClaims;

/// <summary>Which papers are poison. Section <c>Poison</c>.</summary>
public sealed class PoisonOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Poison";

    /// <summary>File that <see cref="PoisonList"/> reads when the worker starts. Required; without the file nothing is poison.</summary>
    [Required]
    public string? List { get; set; }
}

[OptionsValidator]
internal sealed partial class PoisonOptionsValidator : IValidateOptions<PoisonOptions>;
