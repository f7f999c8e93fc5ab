using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Pipeline.Delivery.Digests.Mail;
using Pipeline.Delivery.Trust;

namespace Pipeline.Delivery.Webhooks;

/// <summary>How events are sent to the addresses of subscribers. Section <c>Webhooks</c>.</summary>
public sealed class WebhookOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Webhooks";

    /// <summary>
    /// Whether events are sent to private, loopback and link-local hosts, and over <c>http</c>. Default false: whoever may add a
    /// subscription could otherwise reach into the network of this machine.
    /// </summary>
    public bool AllowPrivateHosts { get; set; }

    /// <summary>How long one answer may take, from looking up the name on. 100 ms to 30 s; default 20 s. Standard Webhooks advises 15 to 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:30")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Pause after the first failure; the further pauses are fixed and grow to 24 h. 10 ms to 5 min; default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00")]
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest pause between two looks for what other processes logged. 10 ms to 1 min; default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Subscribers that are told at the same time while they answer quickly. 1 to 256; default 32.</summary>
    [Range(1, 256)]
    public int Concurrency { get; set; } = 32;

    /// <summary>Subscribers that are slow, or failed the last time, and are waited for at the same time. 1 to 10,000; default 1,000.</summary>
    [Range(1, 10_000)]
    public int SlowConcurrency { get; set; } = 1000;

    /// <summary>How long it is kept what was tried. 1 hour to 10 years; default 14 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "3650.00:00:00")]
    public TimeSpan KeepAttempts { get; set; } = TimeSpan.FromDays(14);

    /// <summary>
    /// File in PEM with authorities that are trusted beside those of the system, for receivers with certificates of one's own; read at
    /// start. Empty for none. Default empty.
    /// </summary>
    public string TrustedRoots { get; set; } = "";

    /// <summary>Address of whoever is told by mail that a webhook was given up; empty for nobody. Needs a mail server. Default empty.</summary>
    public string NotifyMail { get; set; } = "";

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (Authorities.Fault(TrustedRoots) is { } fault)
        {
            yield return new(fault, [nameof(TrustedRoots)]);
        }

        if (NotifyMail.Length > 0 && MailAddresses.Fault(NotifyMail) is { } address)
        {
            yield return new(address, [nameof(NotifyMail)]);
        }
    }
}

[OptionsValidator]
internal sealed partial class WebhookOptionsValidator : IValidateOptions<WebhookOptions>;
