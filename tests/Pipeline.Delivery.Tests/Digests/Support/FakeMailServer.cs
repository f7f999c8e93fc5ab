using System.Collections.Concurrent;
using Pipeline.Delivery.Digests.Mail;

namespace Pipeline.Delivery.Tests.Digests.Support;

/// <summary>Takes mails, or does not for a while.</summary>
internal sealed class FakeMailServer : IMailServer
{
    private static readonly MailOutcome Taken = new(MailOutcomeKind.Taken, 250, "OK");

    private readonly ConcurrentQueue<MailOutcome> _next = [];
    private readonly ConcurrentQueue<OutgoingMail> _mails = [];

    public string Domain => "example.org";

    /// <summary>Every mail that was handed over, taken or not.</summary>
    public IReadOnlyList<OutgoingMail> Mails => [.. _mails];

    /// <summary>Runs once a mail has been taken, before that is known.</summary>
    public Action AfterTaking { get; set; } = () => { };

    public void Answer(params IEnumerable<MailOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            _next.Enqueue(outcome);
        }
    }

    /// <summary>Takes every mail from now on.</summary>
    public void Recover() => _next.Clear();

    public Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        _mails.Enqueue(mail);
        var outcome = _next.TryDequeue(out var next) ? next : Taken;
        if (outcome.Kind == MailOutcomeKind.Taken)
        {
            AfterTaking();
        }

        return Task.FromResult(outcome);
    }
}
