using Microsoft.Extensions.Options;
using Pipeline.Api.Errors;
using Pipeline.Delivery.Digests;

namespace Pipeline.Api.Subscriptions;

/// <summary>What can be said of a new digest: whether anybody will ever write to its reader.</summary>
/// <remarks>
/// A process that sends digests itself knows that none will be. One that does not cannot know: the settings of those who send are theirs, and to
/// refuse would forbid what works. So it takes the digest, and says what it needs.
/// </remarks>
/// <param name="availability">Whether this process can send mails.</param>
/// <param name="senders">The settings of what sends digests; none in a process that does not.</param>
internal sealed class DigestOutlook(DigestAvailability availability, IEnumerable<IValidateOptions<DigestOptions>> senders)
{
    private readonly bool _sends = senders.Any();

    /// <summary>Why no digest can be added; null when one can.</summary>
    public Problem? Refusal => _sends && availability.Reason is { } reason ? Problems.NoMailServer(reason) : null;

    /// <summary>What a new digest waits for beside its reader; null when nothing is known to be missing.</summary>
    public string? Notice => !_sends && availability.Reason is not null
        ? "It stays pending until a process that sends digests (the Delivery, or serve) has Smtp:Host, Smtp:From and Public:Url; this one has not, and sends none."
        : null;
}
