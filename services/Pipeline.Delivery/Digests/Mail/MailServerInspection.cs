using System.Globalization;
using Microsoft.Extensions.Options;
using Pipeline.Delivery.Digests.Content;

namespace Pipeline.Delivery.Digests.Mail;

/// <summary>Looks whether the configured mail server would take mails. Sends nothing.</summary>
public sealed class MailServerInspection(IOptions<SmtpOptions> options)
{
    private const int MaxLine = 200;

    private readonly SmtpOptions _options = options.Value;

    /// <summary>Whether there is a server to look at.</summary>
    public bool IsOn => _options.IsOn;

    /// <summary>Connects, secures the connection and logs on, as a mail would.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<MailServerCondition> InspectAsync(CancellationToken cancellationToken)
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"{MailText.OneLine(_options.Host, MaxLine)}:{_options.Port}, {_options.Security}");
        using var connection = new SmtpConnection(_options);
        if (await connection.OpenAsync(cancellationToken) is { Fault: var fault, Note: var note })
        {
            return new(where, LoggedOn: false, fault, MailText.OneLine(note, MaxLine));
        }

        await connection.LeaveAsync(cancellationToken);
        return new(where, LoggedOn: _options.UserName.Length > 0, Fault: null, Note: null);
    }
}

/// <summary>How a mail server stands.</summary>
/// <param name="Where">Host, port and kind of connection.</param>
/// <param name="LoggedOn">Whether it let us log on; false also where there is no user name.</param>
/// <param name="Fault">What is wrong; null when nothing is.</param>
/// <param name="Note">More of that, in one line without secrets; null when nothing is wrong.</param>
public sealed record MailServerCondition(string Where, bool LoggedOn, MailFault? Fault, string? Note);
