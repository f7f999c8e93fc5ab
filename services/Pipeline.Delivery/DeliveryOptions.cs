using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Messaging;

namespace Pipeline.Delivery;

/// <summary>What is told to the world outside, and for how long it can be read again. Section <c>Delivery</c>.</summary>
public sealed class DeliveryOptions : BatchQueueOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Delivery";

    /// <summary>
    /// The <c>source</c> of every event: a URI reference without spaces, 1 to 200 characters, that tells this pipeline from others whose
    /// events a consumer may see. Default <c>/pipeline</c>.
    /// </summary>
    [Required]
    [RegularExpression("^[!-~]{1,200}$", ErrorMessage = "It must be a URI reference of 1 to 200 characters of ASCII without spaces.")]
    public string Source { get; set; } = "/pipeline";

    /// <summary>How long the change log keeps what an entry says. 1 day to 10 years; default 180 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan KeepChanges { get; set; } = TimeSpan.FromDays(180);

    /// <summary>Pause between two looks for entries that are too old. 1 s to 1 day; default 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan TrimEvery { get; set; } = TimeSpan.FromHours(1);
}

[OptionsValidator]
internal sealed partial class DeliveryOptionsValidator : IValidateOptions<DeliveryOptions>;
