using System.Runtime.CompilerServices;
using Pipeline.Delivery.Digests.Mail;

namespace Pipeline.Standalone.Diagnosis;

/// <summary>The mail server of digests, where there is one: reachable, behind TLS, and willing to let us log on. No mail is sent.</summary>
internal sealed class MailCheck(MailServerInspection server) : ICheck
{
    private const string Name = "mail server";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (server.IsOn)
        {
            yield return Judge(await server.InspectAsync(cancellationToken));
        }
    }

    /// <summary>Judges how the server stands.</summary>
    internal static Finding Judge(MailServerCondition server)
    {
        var text = $"{server.Where}: {server.Note}";
        return server.Fault switch
        {
            null => Finding.Ok(Name, server.LoggedOn ? $"{server.Where}, logged on" : $"{server.Where}, without logging on"),
            MailFault.Tls => Finding.Failed(Name, text, "Check Smtp:Security, which goes with the port: mostly StartTls with 587, Tls with 465. For a certificate of your own: Smtp:TrustedCertificate."),
            MailFault.LogOn => Finding.Failed(Name, text, "Check Smtp:UserName and Smtp:Password, and that the server lets this machine log on."),
            _ => Finding.Failed(Name, text, "Check Smtp:Host, Smtp:Port and Smtp:Security, that it runs, and that this machine may connect to it."),
        };
    }
}
