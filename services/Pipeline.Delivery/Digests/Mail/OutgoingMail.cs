using Pipeline.Delivery.Digests.Content;

namespace Pipeline.Delivery.Digests.Mail;

/// <summary>A mail on its way to a server.</summary>
internal sealed record OutgoingMail
{
    /// <summary>What tells it from all others before the domain of the sender; the same when it is sent again.</summary>
    public required string Key { get; init; }

    /// <summary>The subscription it belongs to.</summary>
    public required Guid SubscriptionId { get; init; }

    /// <summary>Address of the reader.</summary>
    public required string To { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it says.</summary>
    public required MailContent Content { get; init; }

    /// <summary>Whether it is one of those that the subscription sends to its reader.</summary>
    public bool OfItsList { get; init; } = true;

    /// <summary>Where the reader unsubscribes; null when there is nothing to unsubscribe from yet.</summary>
    public Uri? Unsubscribe { get; init; }
}

/// <summary>What a server made of a mail.</summary>
/// <param name="Kind">What.</param>
/// <param name="Status">Its answer's number, when it answered to this mail; null otherwise.</param>
/// <param name="Note">Its words, or what went wrong; null when there is nothing to say.</param>
/// <param name="Fault">Why it was not taken; null when it was.</param>
internal sealed record MailOutcome(MailOutcomeKind Kind, int? Status = null, string? Note = null, MailFault? Fault = null);

/// <summary>What a server may make of a mail.</summary>
internal enum MailOutcomeKind
{
    /// <summary>It took it.</summary>
    Taken,

    /// <summary>It may take it later.</summary>
    Later,

    /// <summary>It takes no mail from us now, for whomever.</summary>
    Away,

    /// <summary>It will never take this mail for this reader.</summary>
    Refused,
}

/// <summary>The way out for mails.</summary>
internal interface IMailServer
{
    /// <summary>Domain in the keys of mails.</summary>
    string Domain { get; }

    /// <summary>Hands a mail over; throws only when it is cancelled.</summary>
    Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
