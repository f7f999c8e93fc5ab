using Microsoft.Extensions.Logging;

namespace Pipeline.Delivery;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "Passed over {Event} of {PaperId}: the paper has moved on, its next event tells")]
    public static partial void PassedOver(this ILogger logger, Guid @event, string paperId);

    [LoggerMessage(Level = LogLevel.Information, Message = "The change log no longer keeps what {Entries} entries said")]
    public static partial void Trimmed(this ILogger logger, long entries);

    [LoggerMessage(Level = LogLevel.Error, Message = "The change log could not be trimmed; it will be tried again")]
    public static partial void TrimFailed(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Announced {Papers} complete papers that the change log did not tell of")]
    public static partial void AnnouncedAgain(this ILogger logger, int papers);

    [LoggerMessage(Level = LogLevel.Error, Message = "Complete papers that the change log does not tell of could not be announced; the next start will")]
    public static partial void AnnounceFailed(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The subscription {Subscription} was given up: {Reason}")]
    public static partial void SubscriptionDisabled(this ILogger logger, string subscription, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The subscription {Subscription} was not told of everything: {Detail}")]
    public static partial void ChangesMissed(this ILogger logger, string subscription, string detail);

    [LoggerMessage(Level = LogLevel.Error, Message = "Webhooks could not be worked on; it will be tried again")]
    public static partial void WebhooksFailed(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Webhooks are worked on again")]
    public static partial void WebhooksWorkAgain(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A webhook was left in the middle, because the process stops")]
    public static partial void WebhooksFailedAtStop(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "What was tried could not be trimmed; it will be tried again")]
    public static partial void AttemptsNotTrimmed(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "What was tried in {Attempts} attempts is no longer kept")]
    public static partial void AttemptsTrimmed(this ILogger logger, long attempts);

    [LoggerMessage(Level = LogLevel.Information, Message = "Sent issue {Number} of the digest {Digest} with {Papers} papers")]
    public static partial void IssueSent(this ILogger logger, int number, string digest, int papers);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Issue {Number} of the digest {Digest} was not taken: {Reason}")]
    public static partial void IssueNotTaken(this ILogger logger, int number, string digest, string? reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The question to the reader of the digest {Digest} was not taken: {Reason}")]
    public static partial void QuestionNotTaken(this ILogger logger, string digest, string? reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail that {Subscription} was given up was not taken, and is tried again: {Reason}")]
    public static partial void NoticeNotTaken(this ILogger logger, string subscription, string? reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mails of webhooks that were given up could not be sent; it will be tried again")]
    public static partial void NoticesFailed(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Digests could not be sent; it will be tried again")]
    public static partial void DigestsFailed(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The digest {Digest} failed; it will be tried again")]
    public static partial void DigestFailed(this ILogger logger, Exception exception, string digest);
}
