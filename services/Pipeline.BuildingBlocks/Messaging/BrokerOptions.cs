using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>The message broker. Section <c>Broker</c>.</summary>
public sealed class BrokerOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Broker";

    /// <summary>AMQP address with user, password and virtual host, for example <c>amqp://user:secret@rabbitmq:5672/</c>. Required; there is no default.</summary>
    [Required]
    public Uri? Address { get; set; }

    /// <summary>Put in front of every queue and exchange name, so that several pipelines can share a virtual host. Letters, digits and hyphens; default empty.</summary>
    [RegularExpression("^[A-Za-z0-9-]{0,64}$")]
    public string Prefix { get; set; } = "";

    /// <summary>Members of each quorum queue: 1 on a single node, 3 on a cluster. 1 to 7; default 1.</summary>
    [Range(1, 7)]
    public int QueueReplicas { get; set; } = 1;

    /// <summary>Deliveries after which the broker itself dead-letters a message that kills its consumer. 1 to 1000; default 10.</summary>
    [Range(1, 1000)]
    public int DeliveryLimit { get; set; } = 10;
}

[OptionsValidator]
internal sealed partial class BrokerOptionsValidator : IValidateOptions<BrokerOptions>;
