using System.Text.Json;
using MassTransit;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.BuildingBlocks.Telemetry;
using Pipeline.Delivery.Digests.Mail;

namespace Pipeline.Delivery.Digests;

/// <summary>Sends a mail, and says what came of it.</summary>
internal sealed class DigestPost(IMailServer server, TimeProvider time)
{
    /// <summary>Sends it. The attempt is not stored.</summary>
    public async Task<(MailOutcome Outcome, DeliveryAttempt Attempt)> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var (at, from) = (time.GetStoredNow(), time.GetTimestamp());
        var outcome = await server.SendAsync(mail, cancellationToken);
        PipelineMeter.CountMail(outcome.Fault is { } fault ? JsonNamingPolicy.KebabCaseLower.ConvertName(fault.ToString()) : null);
        return (outcome, new()
        {
            Id = NewId.NextGuid(),
            SubscriptionId = mail.SubscriptionId,
            MessageId = MimeWriter.MessageId(mail.Key, server.Domain),
            At = at,
            Duration = time.GetElapsedTime(from),
            Delivered = outcome.Kind == MailOutcomeKind.Taken,
            Status = outcome.Status,
            Note = outcome.Note,
        });
    }
}
