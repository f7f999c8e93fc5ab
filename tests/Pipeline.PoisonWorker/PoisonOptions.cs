using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Messaging;

namespace Pipeline.PoisonWorker;

/// <summary>Where the worker writes what it has done. Section <c>Poison</c>.</summary>
public sealed class PoisonOptions : BatchQueueOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Poison";

    /// <summary>File to which the id of each paper is added that was done.</summary>
    [Required]
    public string? DoneFile { get; set; }
}

[OptionsValidator]
internal sealed partial class PoisonOptionsValidator : IValidateOptions<PoisonOptions>;
