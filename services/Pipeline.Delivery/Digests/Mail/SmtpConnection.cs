using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Pipeline.Delivery.Digests.Content;

namespace Pipeline.Delivery.Digests.Mail;

/// <summary>A connection to the configured server: opened, secured and logged on, or with a word about what went wrong.</summary>
internal sealed class SmtpConnection : IDisposable
{
    private const int MaxNote = 200;

    private readonly SmtpOptions _options;
    private readonly SmtpTrust _trust;

    public SmtpConnection(SmtpOptions options)
    {
        (_options, _trust) = (options, new(options.TrustedCertificate));
        Client = new()
        {
            Timeout = (int)options.Timeout.TotalMilliseconds,
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = _trust.Check,
        };
    }

    public SmtpClient Client { get; }

    /// <summary>Opens it.</summary>
    /// <returns>Null when mails can be handed over; else why not.</returns>
    public async Task<(MailFault Fault, string Note)?> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Client.ConnectAsync(_options.Host, _options.Port, Security(), cancellationToken);
        }
        catch (Exception e) when (IsOfTheServer(e))
        {
            return e is SslHandshakeException or NotSupportedException
                ? (MailFault.Tls, $"no secure connection: {_trust.Fault ?? NoteOf(e is SslHandshakeException { InnerException: { } inner } ? inner : e)}")
                : (MailFault.Unreachable, $"no mail server answers: {NoteOf(e)}");
        }

        try
        {
            await LogOnAsync(cancellationToken);
            return null;
        }
        catch (Exception e) when (IsOfTheServer(e))
        {
            return (MailFault.LogOn, $"it does not let us log on: {NoteOf(e)}");
        }
    }

    /// <summary>Ends it. What was handed over has been taken, or not, by now: how the connection ends changes nothing.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception e) when (IsOfTheServer(e))
        {
            // Gone already.
        }
    }

    public void Dispose() => Client.Dispose();

    /// <summary>Whether it is what a server, or the way there, may do, and no error of ours.</summary>
    public static bool IsOfTheServer(Exception e)
        => e is IOException or SocketException or TimeoutException or ProtocolException or CommandException or AuthenticationException
            or SslHandshakeException or NotSupportedException or ServiceNotConnectedException;

    /// <summary>What happened, in one line.</summary>
    public static string NoteOf(Exception e)
        => MailText.OneLine(e is SmtpCommandException refusal ? string.Create(CultureInfo.InvariantCulture, $"{(int)refusal.StatusCode} {e.Message}") : e.Message, MaxNote);

    private SecureSocketOptions Security() => _options.Security switch
    {
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    private async Task LogOnAsync(CancellationToken cancellationToken)
    {
        if (_options.UserName.Length > 0)
        {
            await Client.AuthenticateAsync(_options.UserName, _options.Password, cancellationToken);
        }
    }
}
