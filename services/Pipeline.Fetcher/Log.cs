using Microsoft.Extensions.Logging;

namespace Pipeline.Fetcher;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Fetched {Name}, {Bytes} bytes")]
    public static partial void Fetched(this ILogger logger, string name, long bytes);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Left {Name} alone: unchanged since it was last parsed")]
    public static partial void Unchanged(this ILogger logger, string name);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Address} says that nothing changed")]
    public static partial void NotModified(this ILogger logger, string address);

    [LoggerMessage(Level = LogLevel.Error, Message = "Refused {Name}: {Bytes} bytes, more than MaxBytes = {Limit} of its source")]
    public static partial void FileTooLarge(this ILogger logger, string name, long bytes, long limit);

    [LoggerMessage(Level = LogLevel.Error, Message = "Left {Name} out: it cannot be read: {Reason}")]
    public static partial void FileUnreadable(this ILogger logger, string name, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Fetcher:Contact is not set: hosts cannot tell whom to write to about our requests, and many ask for that")]
    public static partial void NoContact(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Left run {RunId} of {SourceId} alone: it has ended, was put off, or somebody else works on it")]
    public static partial void RunLeft(this ILogger logger, Guid runId, string sourceId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Source {SourceId} is fetched: {Pages} answers, {Unchanged} of them unchanged")]
    public static partial void RunDone(this ILogger logger, string sourceId, int pages, int unchanged);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Source {SourceId} waits until {DueAt:O}: {Reason}")]
    public static partial void RunWaits(this ILogger logger, string sourceId, DateTimeOffset dueAt, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Source {SourceId} is not fetched: {Reason}")]
    public static partial void RunFailed(this ILogger logger, string sourceId, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Source {SourceId}: an answer could not be taken in")]
    public static partial void StepFailed(this ILogger logger, Exception exception, string sourceId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Left {Name} out: it is a link, and links are not followed")]
    public static partial void FileIsLink(this ILogger logger, string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {RunId} is in hand, but that cannot be written: {Reason}")]
    public static partial void NotRenewed(this ILogger logger, Guid runId, string reason);
}
