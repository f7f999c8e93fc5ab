using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
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
        using var client = new SmtpClient { Timeout = (int)_options.Timeout.TotalMilliseconds, CheckCertificateRevocation = false };
        if (_options.TrustedCertificate.Length > 0)
        {
            client.ServerCertificateValidationCallback = SmtpTrust.By(_options.TrustedCertificate);
        }

        try
        {
            await ConnectAsync(client, cancellationToken);
        }
        catch (Exception e) when (IsOfTheServer(e))
        {
            return new(MailOutcomeKind.Away, Note: NoteOf(e));
        }

        var outcome = await HandOverAsync(client, message, cancellationToken);
        await LeaveAsync(client, cancellationToken);
        return outcome;
    }

    private async Task ConnectAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        var security = _options.Security switch
        {
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        };
        await client.ConnectAsync(_options.Host, _options.Port, security, cancellationToken);
        if (_options.UserName.Length > 0)
        {
            await client.AuthenticateAsync(_options.UserName, _options.Password, cancellationToken);
        }
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
            return KindOf(e) is MailOutcomeKind.Away ? new(MailOutcomeKind.Away, Note: NoteOf(e)) : new(KindOf(e), (int)e.StatusCode, NoteOf(e));
        }
        catch (Exception e) when (IsOfTheServer(e))
        {
            return new(MailOutcomeKind.Later, Note: NoteOf(e));
        }
    }

    // What a server says for ever of the sender is ours to put right, and true of every reader.
    private static MailOutcomeKind KindOf(SmtpCommandException e)
        => (int)e.StatusCode < FirstPermanent ? MailOutcomeKind.Later
            : e.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted ? MailOutcomeKind.Refused
            : MailOutcomeKind.Away;

    // The mail has been handed over, or not, by now: how the connection ends changes nothing.
    private static async Task LeaveAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception e) when (IsOfTheServer(e))
        {
            // Gone already.
        }
    }

    private static bool IsOfTheServer(Exception e)
        => e is IOException or SocketException or TimeoutException or ProtocolException or CommandException or AuthenticationException
            or SslHandshakeException or NotSupportedException or ServiceNotConnectedException;

    private static string NoteOf(Exception e)
        => MailText.OneLine(e is SmtpCommandException refusal ? string.Create(CultureInfo.InvariantCulture, $"{(int)refusal.StatusCode} {e.Message}") : e.Message, MaxNote);
}
