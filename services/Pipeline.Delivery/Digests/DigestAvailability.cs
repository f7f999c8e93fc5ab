using Microsoft.Extensions.Options;
using Pipeline.Delivery.Digests.Mail;

namespace Pipeline.Delivery.Digests;

/// <summary>Whether this installation can send digests.</summary>
public sealed class DigestAvailability(IOptions<SmtpOptions> smtp)
{
    /// <summary>Why it cannot, and what to do; null when it can.</summary>
    public string? Reason => smtp.Value.IsOn ? null : "No mail can be sent: set Smtp:Host, Smtp:From and Public:Url.";
}
