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
        => Create(
            new RawMessage(context.Body.GetBytes(), context.ContentType?.ToString(), HeadersOf(context.TransportHeaders.GetAll())), queue, prefix, cause, kind, reason);

    /// <summary>The same of a message that did not come through the bus.</summary>
    public static FailedMessage Create(RawMessage message, string queue, string prefix, FailureCause cause, string kind, string reason)
    {
        var facts = EnvelopeFacts.Read(message.Body);
        var messageId = facts.MessageId ?? IdIn(message.Headers, "MessageId");
        return new()
        {
            Id = IdIn(message.Headers, FailureHeaders.Entry)
                ?? DeterministicId.From("failure", queue, messageId?.ToString("D") ?? Convert.ToHexString(SHA256.HashData(message.Body))),
            Queue = queue,
            Stage = queue.StartsWith(prefix, StringComparison.Ordinal) ? queue[prefix.Length..] : queue,
            MessageId = messageId,
            Type = facts.Type,
            ContentType = message.ContentType ?? "application/octet-stream",
            Body = message.Body,
            Headers = message.Headers,
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

    /// <summary>Headers as text.</summary>
    public static IReadOnlyList<FailureHeader> HeadersOf(IEnumerable<KeyValuePair<string, object>> headers)
        => [.. headers.Select(header => new FailureHeader(header.Key, Text(header.Value)))];

    /// <summary>The entry that a message was sent from; null when it comes for the first time.</summary>
    public static Guid? IdOf(ReceiveContext context)
        => context.TransportHeaders.TryGetHeader(FailureHeaders.Entry, out var value) && Guid.TryParse(Text(value), out var id) ? id : null;

    private static Guid? IdIn(IReadOnlyList<FailureHeader> headers, string name)
        => Guid.TryParse(headers.FirstOrDefault(header => header.Name == name)?.Value, out var id) ? id : null;

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

/// <summary>A message as the broker holds it.</summary>
/// <param name="Body">Its bytes.</param>
/// <param name="ContentType">How they are written; null where it does not say.</param>
/// <param name="Headers">Its headers, its id among them.</param>
internal sealed record RawMessage(byte[] Body, string? ContentType, IReadOnlyList<FailureHeader> Headers);
