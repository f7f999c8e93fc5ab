using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Options;
using Pipeline.Delivery.Trust;

namespace Pipeline.Delivery.Digests.Mail;

/// <summary>The server that takes mails. Section <c>Smtp</c>.</summary>
public sealed class SmtpOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Smtp";

    private const int MaxName = 100;

    /// <summary>Name or IP address of the server; empty sends no mail. Default empty.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port. 1 to 65535; default 587.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>How the connection is kept from others' eyes. Default <see cref="SmtpSecurity.StartTls"/>.</summary>
    [EnumDataType(typeof(SmtpSecurity))]
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>Name to log on with; empty for none. Default empty.</summary>
    public string UserName { get; set; } = "";

    /// <summary>Password to log on with; a secret. Default empty.</summary>
    public string Password { get; set; } = "";

    /// <summary>Address that mails come from; required when there is a <see cref="Host"/>. No default.</summary>
    public string From { get; set; } = "";

    /// <summary>Name beside that address, 1 to 100 characters. Default <c>Paper pipeline</c>.</summary>
    [Required]
    [StringLength(MaxName)]
    public string FromName { get; set; } = "Paper pipeline";

    /// <summary>Longest wait for any answer of the server. 1 s to 10 min; default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>File in PEM with the only authorities to be trusted, for a server with a certificate of one's own; empty trusts those of the system. Default empty.</summary>
    public string TrustedCertificate { get; set; } = "";

    /// <summary>Whether mails are sent.</summary>
    public bool IsOn => Host.Length > 0;

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (!IsOn)
        {
            yield break;
        }

        if (MailAddresses.Fault(From) is { } fault)
        {
            yield return new(fault, [nameof(From)]);
        }

        if (FromName.Any(char.IsControl))
        {
            yield return new("It has control characters.", [nameof(FromName)]);
        }

        if ((UserName.Length == 0) != (Password.Length == 0))
        {
            yield return new("Give Smtp:UserName and Smtp:Password, or neither.", [nameof(Password)]);
        }

        if (UserName.Length > 0 && Security == SmtpSecurity.None && !IsLoopback(Host))
        {
            yield return new("A password is sent without TLS to this machine only. Choose StartTls or Tls.", [nameof(Security)]);
        }

        if (Authorities.Fault(TrustedCertificate) is { } authorities)
        {
            yield return new(authorities, [nameof(TrustedCertificate)]);
        }
    }

    private static bool IsLoopback(string host)
        => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}

/// <summary>How the connection to a mail server is kept from others' eyes.</summary>
public enum SmtpSecurity
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By TLS after a word in the open; without it nothing is sent.</summary>
    StartTls,

    /// <summary>By TLS from the first byte.</summary>
    Tls,
}

[OptionsValidator]
internal sealed partial class SmtpOptionsValidator : IValidateOptions<SmtpOptions>;
