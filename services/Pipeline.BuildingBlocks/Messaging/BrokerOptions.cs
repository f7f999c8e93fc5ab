using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>The message broker. Section <c>Broker</c>.</summary>
public sealed class BrokerOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Broker";

    /// <summary>AMQP address with user, password and virtual host, for example <c>amqp://user:secret@rabbitmq:5672/</c>. Required; there is no default.</summary>
    [Required]
    public Uri? Address { get; set; }

    /// <summary>
    /// Put with a hyphen in front of every queue and exchange name, so that several pipelines can share a virtual host.
    /// At most 64 lower-case letters, digits and hyphens, no hyphen at either end; default empty.
    /// </summary>
    [RegularExpression("^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$", ErrorMessage = "At most 64 lower-case letters, digits and hyphens, no hyphen at either end.")]
    public string Prefix { get; set; } = "";

    /// <summary><see cref="Prefix"/> with its hyphen; empty when there is none.</summary>
    internal string NamePrefix => Prefix.Length == 0 ? "" : $"{Prefix}-";

    /// <summary>Members of each quorum queue: 1 on a single node, 3 on a cluster. 1 to 7; default 1.</summary>
    [Range(1, 7)]
    public int QueueReplicas { get; set; } = 1;

    /// <summary>
    /// How often the broker hands a message out again whose worker ended without an answer, before it goes to quarantine, where it
    /// is handled alone; there the same holds once more before it is a dead letter. 1 to 1000; default 3.
    /// </summary>
    [Range(1, 1000)]
    public int DeliveryLimit { get; set; } = 3;

    /// <summary>
    /// How long a process must have lived before it reads from its first quarantine; each further one comes half as much later. What kills its worker
    /// at once then finds nothing of a quarantine in hand, whose messages would be counted as killers, too. 0 reads from all at once. 0 to 10 min; default 10 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan QuarantineAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Name of the topic exchange of events for consumers outside.</summary>
    public string GetPublicExchange() => $"{NamePrefix}papers";

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
        => Address is null or { IsAbsoluteUri: true, Scheme: "amqp" or "amqps" }
            ? []
            : [new ValidationResult("It must be an address that begins with amqp:// or amqps://.", [nameof(Address)])];
}

[OptionsValidator]
internal sealed partial class BrokerOptionsValidator : IValidateOptions<BrokerOptions>;
