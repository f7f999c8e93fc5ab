using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MassTransit;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>A message as it came from a queue, made into what is kept of its failure.</summary>
internal static class ReceivedFailure
{
    /// <summary>Ending of the queues where messages that may kill their worker are handled one at a time.</summary>
    public const string Quarantine = "-quarantine";

    private const int MaxHeader = 2_000;

    /// <summary>Name of the queue that a message belongs to: for one in quarantine, the queue it came from.</summary>
    public static string QueueOf(ReceiveContext context)
    {
        var name = context.InputAddress.AbsolutePath.Split('/')[^1];
        return name.EndsWith(Quarantine, StringComparison.Ordinal) ? name[..^Quarantine.Length] : name;
    }

    /// <summary>The failure of a message; its counts, times and state are decided later.</summary>
    /// <param name="context">The message.</param>
    /// <param name="queue">The queue that it belongs to.</param>
    /// <param name="prefix">What stands in front of all queues' names.</param>
    /// <param name="cause">Why it failed.</param>
    /// <param name="kind">Name of what went wrong.</param>
    /// <param name="reason">What went wrong, one line.</param>
    public static FailedMessage Create(ReceiveContext context, string queue, string prefix, FailureCause cause, string kind, string reason)
    {
        var body = context.Body.GetBytes();
        var facts = EnvelopeFacts.Read(body);
        var messageId = facts.MessageId ?? context.TransportHeaders.Get<Guid>("MessageId");
        return new()
        {
            Id = IdOf(context) ?? DeterministicId.From("failure", queue, messageId?.ToString("D") ?? Convert.ToHexString(SHA256.HashData(body))),
            Queue = queue,
            Stage = queue.StartsWith(prefix, StringComparison.Ordinal) ? queue[prefix.Length..] : queue,
            MessageId = messageId,
            Type = facts.Type,
            ContentType = context.ContentType?.ToString() ?? "application/octet-stream",
            Body = body,
            Headers = [.. context.TransportHeaders.GetAll().Select(header => new FailureHeader(header.Key, Text(header.Value)))],
            PaperId = facts.PaperId,
            SourceId = facts.SourceId,
            Cause = cause,
            Group = FailureWords.Group(kind, reason),
            Reason = FailureWords.Reason(reason),
            FirstFailedAt = default,
            LastFailedAt = default,
            DueAt = default,
            State = FailureState.Waiting,
        };
    }

    /// <summary>The entry that a message was sent from; null when it comes for the first time.</summary>
    public static Guid? IdOf(ReceiveContext context)
        => context.TransportHeaders.TryGetHeader(FailureHeaders.Entry, out var value) && Guid.TryParse(Text(value), out var id) ? id : null;

    private static string Text(object? value) => FailureWords.Cut(
        value switch
        {
            null => "",
            byte[] bytes => Encoding.UTF8.GetString(bytes),
            IDictionary<string, object> table => string.Join(", ", table.Select(pair => $"{pair.Key}={Text(pair.Value)}")),
            IEnumerable<object> list => string.Join("; ", list.Select(Text)),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        },
        MaxHeader);
}
