using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;
using Pipeline.Delivery.Digests.Content;

namespace Pipeline.Delivery.Digests.Mail;

/// <summary>Hands mails to the configured server, over a connection of their own each.</summary>
internal sealed class SmtpMail(IOptions<SmtpOptions> options) : IMailServer
{
    private const int MaxNote = 200;
    private const int FirstPermanent = 500;

    private readonly SmtpOptions _options = options.Value;

    public string Domain => MailAddresses.DomainOf(_options.From);

    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var message = MimeWriter.Write(mail, _options.From, _options.FromName);
        using var connection = new SmtpConnection(_options);
        if (await connection.OpenAsync(cancellationToken) is { Fault: var fault, Note: var note })
        {
            return new(MailOutcomeKind.Away, Note: MailText.OneLine(note, MaxNote), Fault: fault);
        }

        var outcome = await HandOverAsync(connection.Client, message, cancellationToken);
        await connection.LeaveAsync(cancellationToken);
        return outcome;
    }

    private static async Task<MailOutcome> HandOverAsync(SmtpClient client, MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.SendAsync(message, cancellationToken);
            return new(MailOutcomeKind.Taken, (int)SmtpStatusCode.Ok, MailText.OneLine(answer, MaxNote));
        }
        catch (SmtpCommandException e)
        {
            return OutcomeOf(e, SmtpConnection.NoteOf(e));
        }
        catch (Exception e) when (SmtpConnection.IsOfTheServer(e))
        {
            return new(MailOutcomeKind.Later, Note: SmtpConnection.NoteOf(e), Fault: MailFault.Lost);
        }
    }

    // What a server says for ever of the sender is ours to put right, and true of every reader.
    private static MailOutcome OutcomeOf(SmtpCommandException e, string note)
        => (int)e.StatusCode < FirstPermanent ? new(MailOutcomeKind.Later, (int)e.StatusCode, note, MailFault.Later)
            : e.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted
                ? new(MailOutcomeKind.Refused, (int)e.StatusCode, note, MailFault.Refused)
            : new(MailOutcomeKind.Away, Note: note, Fault: MailFault.Sender);
}
